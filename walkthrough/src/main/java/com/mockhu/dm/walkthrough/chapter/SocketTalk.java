package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.walkthrough.actor.Check;
import com.mockhu.dm.walkthrough.actor.Socket;
import com.mockhu.dm.walkthrough.actor.Sockets;
import java.util.Map;

/** Presence, typing, a message and its receipts, live. */
public final class SocketTalk {
  private final Scene scene;
  private final String conversation;

  public SocketTalk(Scene scene, String conversation) {
    this.scene = scene;
    this.conversation = conversation;
  }

  public Sockets play() {
    scene.transcript().chapter("They talk over a WebSocket");
    Sockets sockets = connect();
    type(sockets, true);
    type(sockets, false);
    JsonNode message = send(sockets);
    acknowledge(sockets, message.path("id").asText());
    return sockets;
  }

  private Sockets connect() {
    Socket mayas = scene.connect(scene.maya());
    Socket jonases = scene.connect(scene.jonas());
    JsonNode status =
        mayas.event("user_status", data -> "Jonas, is_online " + data.path("is_online"));
    Check.same("who came online", scene.jonas().id(), status.path("user_id").asText());
    Check.same("is_online", true, status.path("is_online").asBoolean());
    return new Sockets(mayas, jonases);
  }

  private void type(Sockets sockets, boolean isTyping) {
    sockets
        .jonases()
        .send(
            "is_typing " + isTyping,
            Map.of("type", "typing", "conversation_id", conversation, "is_typing", isTyping));
    JsonNode shown =
        sockets.mayas().event("user_typing", data -> "Jonas, is_typing " + data.path("is_typing"));
    Check.same("who types", scene.jonas().id(), shown.path("user_id").asText());
    Check.same("is_typing", isTyping, shown.path("is_typing").asBoolean());
  }

  private JsonNode send(Sockets sockets) {
    JsonNode stored = new Spoken(conversation, "The soup is ready!", "j1").by(sockets.jonases());
    Check.same("the third message's seq", 3, stored.path("seq").asInt());
    JsonNode shown = sockets.mayas().event("new_message", Words::message);
    Check.same("what Maya is shown", stored.path("id"), shown.path("id"));
    return stored;
  }

  private void acknowledge(Sockets sockets, String message) {
    sockets.mayas().send("that message", Map.of("type", "delivered", "message_id", message));
    JsonNode status =
        sockets.jonases().event("message_status", data -> data.path("status").asText());
    Check.same("which message got further", message, status.path("message_id").asText());
    Check.same("its status", "delivered", status.path("status").asText());
    sockets.mayas().send("that message", Map.of("type", "read", "message_id", message));
    JsonNode read = sockets.jonases().event("message_read", data -> "by Maya");
    Check.same("which message was read", message, read.path("message_id").asText());
    Check.same("who read it", scene.maya().id(), read.path("read_by").asText());
  }
}
