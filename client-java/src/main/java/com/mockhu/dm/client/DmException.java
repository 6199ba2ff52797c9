package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Reply;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** The server refused a call, or could not be asked. */
public final class DmException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient JsonNode details;

  private DmException(String message, int status, String code, JsonNode details, Exception cause) {
    super(message, cause);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  static DmException of(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered ->
          new DmException(
              answered.error().path("message").asText("HTTP " + answered.status()),
              answered.status(),
              answered.code(),
              answered.error().path("details"),
              null);
      case Reply.NotSent(var cause) ->
          new DmException("The server cannot be reached: " + cause, 0, "", null, cause);
      case Reply.Unanswered(var cause) ->
          new DmException("The server did not answer: " + cause, 0, "", null, cause);
    };
  }

  /** The HTTP status; 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** The error's code; empty when there was no answer. */
  public String code() {
    return code;
  }

  /** Why a person may not write to another, or why a file was refused, for programs. */
  public Optional<String> reasonCode() {
    return detail("reason_code").map(JsonNode::asText);
  }

  /** The delay before the next attempt, if the server sent one. */
  public Optional<Duration> retryAfter() {
    return detail("retry_after").map(seconds -> Duration.ofSeconds(seconds.asLong()));
  }

  private Optional<JsonNode> detail(String name) {
    return Optional.ofNullable(details)
        .map(all -> all.path(name))
        .filter(node -> !node.isMissingNode() && !node.isNull());
  }
}
