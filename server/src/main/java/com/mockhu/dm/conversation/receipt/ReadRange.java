package com.mockhu.dm.conversation.receipt;

import java.time.Instant;

/**
 * Messages that one person read at once.
 *
 * @param readAt null for a message that was deleted for everyone before it was read
 */
public record ReadRange(SeqRange seqs, Instant readAt) {

  boolean isRead() {
    return readAt != null;
  }
}
