package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.walkthrough.actor.Check;
import com.mockhu.dm.walkthrough.actor.Socket;
import com.mockhu.dm.walkthrough.actor.Sockets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Jonas disconnects and catches up over the socket and over REST. */
public final class Absence {
  private final Scene scene;
  private final String conversation;
  private final Sockets before;

  public Absence(Scene scene, String conversation, Sockets before) {
    this.scene = scene;
    this.conversation = conversation;
    this.before = before;
  }

  /** Returns the sockets that are open afterwards. */
  public Sockets play() {
    scene.transcript().chapter("Jonas goes away and catches up");
    String cursor = leave();
    List<String> missed = List.of(tell("Are you gone?", "m1"), tell("Call me.", "m2"));
    Socket back = resume(cursor, missed);
    sync(cursor, missed);
    read();
    return new Sockets(before.mayas(), back);
  }

  private String leave() {
    String cursor = before.jonases().cursor();
    // Maya gets no event yet: a person who reconnects within ten seconds stays online.
    before.jonases().close();
    return cursor;
  }

  private String tell(String text, String ref) {
    JsonNode stored = new Spoken(conversation, text, ref).by(before.mayas());
    Check.same("its status", "sent", stored.path("status").asText());
    return stored.path("id").asText();
  }

  private Socket resume(String cursor, List<String> missed) {
    Socket back = scene.connect(scene.jonas());
    back.send(
        "ref r1, from the last cursor", Map.of("type", "resume", "ref", "r1", "cursor", cursor));
    for (String id : missed) {
      JsonNode shown = back.event("new_message", Words::message);
      Check.same("what Jonas missed", id, shown.path("id").asText());
    }
    JsonNode end = back.await("caught_up", frame -> "ref r1, what follows is live");
    Check.same("the ref of caught_up", "r1", end.path("ref").asText());
    String here = end.path("cursor").asText();
    back.send("all up to here", Map.of("type", "received", "cursor", here));
    JsonNode status = before.mayas().event("message_status", data -> data.path("status").asText());
    Check.same("which message arrived last", missed.getLast(), status.path("message_id").asText());
    return back;
  }

  /** The same changes, from the same cursor. */
  private void sync(String cursor, List<String> missed) {
    JsonNode page =
        scene
            .jonas()
            .get("/v1/sync?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
            .gives(200, data -> "messages " + data.path("messages").size());
    List<String> ids =
        StreamSupport.stream(page.path("messages").spliterator(), false)
            .map(message -> message.path("id").asText())
            .toList();
    Check.same("the messages in sync", missed, ids);
    Check.same("has_more", false, page.path("has_more").asBoolean());
    Check.same("reset", false, page.path("reset").asBoolean());
  }

  private void read() {
    scene.jonas().post("/v1/conversations/" + conversation + "/read").isDone();
    JsonNode read =
        before
            .mayas()
            .event("conversation_read", data -> "by Jonas, up to seq " + data.path("seq"));
    Check.same("how far Jonas has read", 5, read.path("seq").asInt());
    Check.same("who read", scene.jonas().id(), read.path("read_by").asText());
  }
}
