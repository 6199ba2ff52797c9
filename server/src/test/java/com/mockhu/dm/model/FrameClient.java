package com.mockhu.dm.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mockhu.dm.support.Dial;
import com.mockhu.dm.support.Person;
import com.mockhu.dm.support.Socket;

/** A client that keeps its snapshot up to date from the frames of a socket alone. */
final class FrameClient {
  private final Snapshot snapshot;
  private final Socket socket;

  FrameClient(Person person) {
    snapshot = Snapshot.fresh(person);
    socket = person.connects(Dial.withHeader(person.token()).resuming(snapshot.cursor()));
    socket.awaits("caught_up");
  }

  Socket socket() {
    return socket;
  }

  /** The state after every frame that came so far. */
  Snapshot snapshot() {
    socket.seen().forEach(this::apply);
    return snapshot;
  }

  private void apply(JsonNode frame) {
    JsonNode data = frame.path("data");
    switch (frame.path("type").asText()) {
      case "new_message" -> snapshot.message(data);
      case "message_status" -> advance(data, data.path("status").asText());
      case "message_read" -> advance(data, "read");
      case "conversation_read" -> readAll(data);
      case "message_deleted" -> delete(data);
      case "conversation_updated" -> snapshot.conversation(data);
      case "blocked" -> snapshot.block(data);
      case "settings_updated" -> snapshot.settings(data);
      default -> {}
    }
  }

  private void advance(JsonNode data, String status) {
    ObjectNode message = snapshot.find(data.path("message_id").asText());
    if (message != null) {
      Snapshot.advance(message, status, data.path("read_at"));
    }
  }

  private void readAll(JsonNode data) {
    for (ObjectNode message : snapshot.messages()) {
      boolean isMeant =
          message.path("conversation_id").equals(data.path("conversation_id"))
              && !message.path("sender_id").equals(data.path("read_by"))
              && message.path("seq").asLong() <= data.path("seq").asLong();
      if (isMeant) {
        Snapshot.advance(message, "read", data.path("read_at"));
      }
    }
  }

  private void delete(JsonNode data) {
    ObjectNode message = snapshot.find(data.path("message_id").asText());
    if (data.path("for").asText().equals("me")) {
      snapshot.hide(data.path("message_id").asText());
    } else if (message != null) {
      message.put("is_deleted", true);
      message.putNull("content");
      message.putNull("attachments");
    }
  }
}
