package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.walkthrough.actor.Check;
import com.mockhu.dm.walkthrough.actor.Exchange;
import com.mockhu.dm.walkthrough.actor.Person;
import com.mockhu.dm.walkthrough.actor.Socket;
import com.mockhu.dm.walkthrough.actor.Sockets;

/** Maya blocks Jonas, both feel it, and she takes it back. */
public final class Block {
  private static final String HAS_BLOCKED = "User has blocked you";
  private static final String BLOCKS = "You have blocked this user";

  private final Scene scene;
  private final String conversation;
  private final Sockets sockets;

  public Block(Scene scene, String conversation, Sockets sockets) {
    this.scene = scene;
    this.conversation = conversation;
    this.sockets = sockets;
  }

  public void play() {
    scene.transcript().chapter("Maya blocks Jonas");
    scene.maya().post(jonas() + "/block").isDone();
    sockets.mayas().event("blocked", data -> "Jonas, is_blocked " + data.path("is_blocked"));
    disappear();
    refuse();
    scene.transcript().chapter("Maya lifts the block");
    scene.maya().delete(jonas() + "/block").isDone();
    comeBack();
  }

  private String jonas() {
    return "/v1/users/" + scene.jonas().id();
  }

  private void disappear() {
    JsonNode left =
        sockets
            .jonases()
            .event("conversation_updated", data -> "is_deleted " + data.path("is_deleted"));
    Check.same("is_deleted", true, left.path("is_deleted").asBoolean());
    inbox(scene.jonas(), 0, 0);
    Check.same("is_blocked", true, inbox(scene.maya(), 1, 0).path("is_blocked").asBoolean());
    String reason =
        scene.jonas().get("/v1/conversations/" + conversation).isRefused(403, "blocked");
    Check.same("the reason", HAS_BLOCKED, reason);
  }

  private void refuse() {
    Exchange sent = scene.jonas().say(conversation, "Why?", null);
    Check.same("the reason", HAS_BLOCKED, sent.isRefused(403, "blocked"));
    JsonNode error = new Spoken(conversation, "Why?", "j2").refusedTo(sockets.jonases());
    Check.same("the code", "blocked", error.path("code").asText());
    Check.same("the reason", HAS_BLOCKED, error.path("details").path("reason").asText());
    Exchange own = scene.maya().say(conversation, "Because.", null);
    Check.same("the reason", BLOCKS, own.isRefused(403, "blocked"));
  }

  private void comeBack() {
    sockets.mayas().event("blocked", data -> "Jonas, is_blocked " + data.path("is_blocked"));
    JsonNode back =
        sockets
            .jonases()
            .event("conversation_updated", data -> "unread_count " + data.path("unread_count"));
    Check.same("the conversation that is back", conversation, back.path("id").asText());
    inbox(scene.jonas(), 1, 1);
    makeUp();
  }

  private void makeUp() {
    // A refused message leaves no gap: this one follows the last that was stored.
    JsonNode stored = scene.jonas().say(conversation, "Friends?", null).gives(201, Words::message);
    Check.same("the next seq", 7, stored.path("seq").asInt());
    sees(sockets.mayas(), stored);
    // Sent over REST, it reaches the sender's own socket too.
    sees(sockets.jonases(), stored);
    JsonNode answer = new Spoken(conversation, "Friends.", "m4").by(sockets.mayas());
    Check.same("the last seq", 8, answer.path("seq").asInt());
    sees(sockets.jonases(), answer);
  }

  private static void sees(Socket socket, JsonNode message) {
    JsonNode shown = socket.event("new_message", Words::message);
    Check.same("the next message shown", message.path("id"), shown.path("id"));
  }

  /** Checks the totals; returns the first conversation. */
  private static JsonNode inbox(Person person, int total, int unread) {
    JsonNode inbox = person.get("/v1/conversations").gives(200, Words::inbox);
    String whose = " of " + person.name() + "'s inbox";
    Check.same("total" + whose, total, inbox.path("pagination").path("total").asInt());
    Check.same(
        "total_unread" + whose, unread, inbox.path("pagination").path("total_unread").asInt());
    return inbox.path("conversations").path(0);
  }
}
