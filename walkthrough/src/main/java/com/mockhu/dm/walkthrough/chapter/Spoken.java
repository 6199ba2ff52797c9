package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.walkthrough.actor.Check;
import com.mockhu.dm.walkthrough.actor.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message sent as a frame.
 *
 * @param ref comes back in the answer
 * @param key makes it safe to repeat; may be null
 */
record Spoken(String conversation, String text, String ref, String key) {

  Spoken(String conversation, String text, String ref) {
    this(conversation, text, ref, null);
  }

  /** Sends it and waits for its ack; returns the stored message. */
  JsonNode by(Socket socket) {
    send(socket);
    JsonNode ack =
        socket.await("ack", frame -> "ref " + ref + ", " + Words.message(frame.path("message")));
    Check.same("the ack's ref", ref, ack.path("ref").asText());
    return ack.path("message");
  }

  /** Sends it and waits for the error that refuses it. */
  JsonNode refusedTo(Socket socket) {
    send(socket);
    JsonNode error =
        socket.await(
            "error",
            frame ->
                "ref "
                    + ref
                    + ", "
                    + frame.path("code").asText()
                    + ": "
                    + frame.path("message").asText());
    Check.same("the error's ref", ref, error.path("ref").asText());
    return error;
  }

  private void send(Socket socket) {
    Map<String, String> frame = new LinkedHashMap<>();
    frame.put("type", "message");
    frame.put("ref", ref);
    frame.put("conversation_id", conversation);
    frame.put("message_type", "text");
    frame.put("content", text);
    if (key != null) {
      frame.put("client_message_id", key);
    }
    socket.send("ref " + ref + ", " + Words.quoted(text), frame);
  }
}
