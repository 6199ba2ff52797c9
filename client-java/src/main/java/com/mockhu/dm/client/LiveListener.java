package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Json;
import com.mockhu.dm.client.model.Message;
import java.util.UUID;

/**
 * Receives events in order on one thread. Each method does nothing by default. Events that arrive
 * while a method runs wait.
 */
public interface LiveListener {
  /** A message arrived, or another device of this account sent it. */
  default void newMessage(Message message) {}

  /** Any event, with its type and its {@code data}; those with a method of their own too. */
  default void event(String type, JsonNode data) {}

  default void typing(UUID conversationId, UUID userId, boolean isTyping) {}

  /** All missed events have been delivered. */
  default void caughtUp() {}

  /** Too many events were missed: read everything again with {@link Account#sync}. */
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
