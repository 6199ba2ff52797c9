package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mockhu.dm.client.http.Reply;
import com.mockhu.dm.client.model.Message;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Sends over a socket whose outcome is not known yet, in their order, by their key. */
final class PendingSends {
  /** Refusals that say nothing about the message: it is sent again. */
  private static final Set<String> OPEN = Set.of("unavailable", "internal_error");

  private final Map<String, Pending> byRef = new LinkedHashMap<>();

  /** A frame to be sent again after a pause. */
  record Repetition(Map<String, Object> frame, Duration pause) {}

  record Pending(Map<String, Object> frame, CompletableFuture<Message> outcome) {}

  synchronized Pending add(NewMessage message) {
    String ref = message.clientMessageId().toString();
    Map<String, Object> frame = new LinkedHashMap<>(message.fields());
    frame.put("type", "message");
    frame.put("ref", ref);
    return byRef.computeIfAbsent(ref, key -> new Pending(frame, new CompletableFuture<>()));
  }

  synchronized List<Map<String, Object>> frames() {
    return byRef.values().stream().map(Pending::frame).toList();
  }

  void stored(JsonNode ack) {
    Pending done = take(ack.path("ref").asText());
    if (done != null) {
      done.outcome.complete(LiveConnection.message(ack));
    }
  }

  /** A refusal ends the send or states when to repeat it. */
  Optional<Repetition> refused(JsonNode error) {
    String ref = error.path("ref").asText();
    if (OPEN.contains(error.path("code").asText())) {
      Duration pause = Duration.ofSeconds(error.path("retry_after").asLong(1));
      return frame(ref).map(frame -> new Repetition(frame, pause));
    }
    Pending refused = take(ref);
    if (refused != null) {
      refused.outcome.completeExceptionally(DmException.of(answered(error)));
    }
    return Optional.empty();
  }

  private synchronized Optional<Map<String, Object>> frame(String ref) {
    return Optional.ofNullable(byRef.get(ref)).map(Pending::frame);
  }

  /** An error frame has the fields of a REST error. */
  private static Reply answered(JsonNode error) {
    JsonNode body = JsonNodeFactory.instance.objectNode().set("error", error);
    return new Reply.Answered(
        0, body.toString(), body, HttpHeaders.of(Map.of(), (name, value) -> true));
  }

  synchronized void failAll(String why) {
    byRef
        .values()
        .forEach(each -> each.outcome.completeExceptionally(new IllegalStateException(why)));
    byRef.clear();
  }

  private synchronized Pending take(String ref) {
    return byRef.remove(ref);
  }
}
