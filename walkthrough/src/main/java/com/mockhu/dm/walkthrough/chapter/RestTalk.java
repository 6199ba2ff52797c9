package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.walkthrough.actor.Check;
import java.util.Map;

/** A first message, which creates the conversation, and a reply, without a socket. */
public final class RestTalk {
  private static final String HELLO = "Hello Jonas! 5 < 6 && all is well?";

  private final Scene scene;

  public RestTalk(Scene scene) {
    this.scene = scene;
  }

  /** Returns the conversation's id. */
  public String play() {
    scene.transcript().chapter("They talk over REST");
    JsonNode first = greet();
    String conversation = first.path("conversation_id").asText();
    find(conversation);
    read(conversation);
    JsonNode reply =
        scene.jonas().say(conversation, "It is, Maya.", null).gives(201, Words::message);
    Check.same("the second message's seq", 2, reply.path("seq").asInt());
    lookBack(conversation);
    return conversation;
  }

  private JsonNode greet() {
    Map<String, String> body =
        Map.of("recipient_id", scene.jonas().id(), "message_type", "text", "content", HELLO);
    JsonNode first = scene.maya().post("/v1/messages", body).gives(201, Words::message);
    Check.same("the first message's seq", 1, first.path("seq").asInt());
    Check.same("the first message's content", HELLO, first.path("content").asText());
    Check.same("the first message's status", "sent", first.path("status").asText());
    return first;
  }

  private void find(String conversation) {
    JsonNode inbox = scene.jonas().get("/v1/conversations").gives(200, Words::inbox);
    JsonNode item = inbox.path("conversations").path(0);
    Check.same("the conversation in Jonas's inbox", conversation, item.path("id").asText());
    Check.same("its unread_count", 1, item.path("unread_count").asInt());
    Check.same("its preview", HELLO, item.path("last_message").path("content").asText());
  }

  /** Fetching a page marks its messages read. */
  private void read(String conversation) {
    JsonNode page =
        scene
            .jonas()
            .get("/v1/conversations/" + conversation + "/messages")
            .gives(200, data -> Words.message(data.path("messages").path(0)));
    Check.same("messages in the history", 1, page.path("messages").size());
    Check.same("is_read", true, page.path("messages").path(0).path("is_read").asBoolean());
    JsonNode unread =
        scene
            .jonas()
            .get("/v1/conversations/unread-count")
            .gives(200, data -> "total_unread " + data.path("total_unread"));
    Check.same("total_unread", 0, unread.path("total_unread").asInt());
  }

  /** Maya sees the reply and that her own message was read. */
  private void lookBack(String conversation) {
    JsonNode page =
        scene
            .maya()
            .get("/v1/conversations/" + conversation + "/messages")
            .gives(200, data -> "messages " + data.path("messages").size() + ", newest first");
    Check.same("the newest seq", 2, page.path("messages").path(0).path("seq").asInt());
    Check.same("her message", "read", page.path("messages").path(1).path("status").asText());
  }
}
