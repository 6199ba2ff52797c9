package com.mockhu.dm.message.send;

import com.mockhu.dm.message.access.ClientKey;
import com.mockhu.dm.message.content.Content;
import java.util.UUID;

/**
 * A message on its way to the database.
 *
 * @param messageId made on arrival, so that an unknown outcome can be settled by looking for it
 * @param clientMessageId the client's own key; may be null
 * @param takenAt {@link System#nanoTime} on arrival
 */
record SendCommand(
    UUID messageId,
    UUID senderId,
    UUID conversationId,
    Content content,
    UUID clientMessageId,
    long takenAt) {

  /** One that has just arrived. */
  SendCommand(
      UUID messageId, UUID senderId, UUID conversationId, Content content, UUID clientMessageId) {
    this(messageId, senderId, conversationId, content, clientMessageId, System.nanoTime());
  }

  ClientKey key() {
    return new ClientKey(senderId, clientMessageId);
  }
}
