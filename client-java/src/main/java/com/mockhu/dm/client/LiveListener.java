package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Json;
import com.mockhu.dm.client.model.Message;
import java.util.UUID;

/**
 * Told of what happens, in order and by one thread. Each method does nothing unless it is
 * overridden. What comes while a method runs waits.
 */
public interface LiveListener {
  /** A message came in, or was sent from another of one's own devices. */
  default void newMessage(Message message) {}

  /** Any event, with its type and its {@code data}; those with a method of their own too. */
  default void event(String type, JsonNode data) {}

  default void typing(UUID conversationId, UUID userId, boolean isTyping) {}

  /** All that was missed has been told. */
  default void caughtUp() {}

  /** Too much was missed to be told one by one: read everything anew by {@link Account#sync}. */
  default void reset() {}

  default void stateChanged(LiveConnection.State state) {}

  /** Sorts an event to its method. */
  default void dispatch(String type, JsonNode data) {
    event(type, data);
    switch (type) {
      case "new_message" -> newMessage(Json.as(data, Message.class));
      case "user_typing" ->
          typing(
              UUID.fromString(data.path("conversation_id").asText()),
              UUID.fromString(data.path("user_id").asText()),
              data.path("is_typing").asBoolean());
      default -> {}
    }
  }
}
