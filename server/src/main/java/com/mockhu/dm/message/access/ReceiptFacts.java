package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.privacy.BlocksAround;

/**
 * What tells a viewer how far messages came.
 *
 * @param ranges what the people who matter have got and read
 * @param blocks between the viewer and the members of a group; none in a direct conversation
 */
public record ReceiptFacts(ReceiptRanges ranges, BlocksAround blocks) {
  public static final ReceiptFacts NONE = of(ReceiptRanges.NONE);

  /** Of a direct conversation. */
  public static ReceiptFacts of(ReceiptRanges ranges) {
    return new ReceiptFacts(ranges, BlocksAround.NONE);
  }
}
