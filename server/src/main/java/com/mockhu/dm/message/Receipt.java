package com.mockhu.dm.message;

import java.util.Set;
import java.util.UUID;

/**
 * Messages that reached somebody.
 *
 * @param conversationId theirs; null when a client named a message and nothing was looked up yet
 */
record Receipt(UUID recipient, UUID conversationId, Set<UUID> messageIds) {

  /** As a client says it of one message, true or not. */
  static Receipt claimed(UUID recipient, UUID messageId) {
    return new Receipt(recipient, null, Set.of(messageId));
  }

  boolean isClaimed() {
    return conversationId == null;
  }

  UUID claimedId() {
    return messageIds.iterator().next();
  }
}
