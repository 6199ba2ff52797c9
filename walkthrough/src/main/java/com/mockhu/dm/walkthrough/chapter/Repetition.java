package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.walkthrough.actor.Check;
import com.mockhu.dm.walkthrough.actor.Exchange;
import com.mockhu.dm.walkthrough.actor.Sockets;
import java.util.UUID;

/** Maya's connection is bad, so she sends the same message three times; one is stored. */
public final class Repetition {
  private static final String TEXT = "Eight o'clock, then.";

  private final Scene scene;
  private final String conversation;
  private final Sockets sockets;

  public Repetition(Scene scene, String conversation, Sockets sockets) {
    this.scene = scene;
    this.conversation = conversation;
    this.sockets = sockets;
  }

  public void play() {
    scene.transcript().chapter("Sending again makes no second message");
    String key = UUID.randomUUID().toString();
    JsonNode first = scene.maya().say(conversation, TEXT, key).gives(201, Words::message);
    Exchange again = scene.maya().say(conversation, TEXT, key);
    Check.same(
        "Idempotency-Replayed", true, again.answer().header("Idempotency-Replayed").isPresent());
    Check.same("the repeated id", first.path("id"), again.gives(200, Words::message).path("id"));
    JsonNode acked = new Spoken(conversation, TEXT, "m3", key).by(sockets.mayas());
    Check.same("the id over the socket", first.path("id"), acked.path("id"));
    scene.maya().say(conversation, "Nine!", key).isRefused(409, "idempotency_conflict");
    count();
    JsonNode shown = sockets.jonases().event("new_message", Words::message);
    Check.same("what Jonas is shown", first.path("id"), shown.path("id"));
  }

  private void count() {
    String path = "/v1/conversations/" + conversation + "/messages?mark_read=false";
    JsonNode page =
        scene.maya().get(path).gives(200, data -> "messages " + data.path("messages").size());
    for (int i = 0; i < page.path("messages").size(); i++) {
      Check.same("seq, newest first", 6 - i, page.path("messages").path(i).path("seq").asInt());
    }
    Check.same("messages in the history", 6, page.path("messages").size());
  }
}
