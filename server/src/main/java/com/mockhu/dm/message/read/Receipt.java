package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.platform.error.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What one person has got or read, on its way to the database. */
public sealed interface Receipt {
  UUID person();

  /** Messages that the server gave the person; what is not incoming is passed over. */
  record Arrived(UUID person, UUID conversationId, List<MessageRef> messages) implements Receipt {}

  /** A client says of one message that it arrived, true or not. */
  record Claimed(UUID person, UUID messageId) implements Receipt {}

  record ReadOne(UUID person, UUID messageId) implements Receipt {}

  /** All that waits in the conversation, up to a number that may be larger than any there is. */
  record ReadUpTo(UUID person, UUID conversationId, long seq) implements Receipt {}

  /** A page of history, whose messages between these numbers were all shown. */
  record ReadPage(UUID person, UUID conversationId, SeqRange seqs) implements Receipt {}

  /** What became of a receipt, known for certain. */
  sealed interface Outcome {
    /**
     * @param read what the person has read by this batch in the conversation
     */
    record Stored(List<SeqRange> read, Instant at) implements Outcome {}

    record Refused(ApiException reason) implements Outcome {}
  }
}
