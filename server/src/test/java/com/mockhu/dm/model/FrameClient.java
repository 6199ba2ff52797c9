package com.mockhu.dm.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import java.util.List;

/** A client that keeps its snapshot up to date from the frames of a socket alone. */
final class FrameClient {
  private final Snapshot snapshot;
  private final Socket socket;
  private int applied;

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
    List<JsonNode> frames = socket.seen();
    frames.subList(applied, frames.size()).forEach(this::apply);
    applied = frames.size();
    return snapshot;
  }

  private void apply(JsonNode frame) {
    JsonNode data = frame.path("data");
    switch (frame.path("type").asText()) {
      case "new_message" -> snapshot.message(data);
      case "message_status" -> delivered(data);
      case "message_read" -> read(data, data.path("up_to_seq").asLong(0));
      case "conversation_read" -> read(data, data.path("seq").asLong());
      case "message_deleted" -> delete(data);
      case "conversation_updated" -> update(data);
      case "blocked" -> snapshot.block(data);
      case "settings_updated" -> snapshot.settings(data);
      default -> {}
    }
  }

  /** One that comes back is fetched, as any client does on opening it. */
  private void update(JsonNode data) {
    String id = data.path("id").asText();
    boolean isBack = !snapshot.knows(id) && !data.path("is_deleted").asBoolean();
    // A block may have taken it away again by the time these frames are looked at.
    isBack = isBack && snapshot.owner().gets("/v1/conversations/" + id).status() == 200;
    snapshot.conversation(data);
    if (isBack) {
      snapshot.owner().peeksAt(id).messages().forEach(m -> snapshot.message(m.json()));
    }
  }

  private void delivered(JsonNode data) {
    // The frame doesn't name who got it: one's own messages are delivered to the other.
    String messageId = data.path("message_id").asText();
    snapshot.advance(messageId, data.path("conversation_id").asText(), null, data);
  }

  private void read(JsonNode data, long upTo) {
    ObjectNode receipt = data.deepCopy();
    receipt.put("status", "read").put("up_to_seq", upTo).set("at", data.path("read_at"));
    snapshot.advance(
        Json.string(data, "message_id"),
        data.path("conversation_id").asText(),
        data.path("read_by").asText(),
        receipt);
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
