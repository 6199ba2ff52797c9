package com.mockhu.dm.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** How a request ended, as far as this side can know. */
public sealed interface Reply {
  /**
   * The server answered.
   *
   * @param text the body as it arrived, for example a proxy's error page
   * @param body the same as JSON; a missing node when it is not JSON
   */
  record Answered(int status, String text, JsonNode body, HttpHeaders headers) implements Reply {
    public static Answered of(int status, String text, HttpHeaders headers) {
      return new Answered(status, text, Json.tree(text), headers);
    }

    public boolean isSuccess() {
      return status / 100 == 2;
    }

    /** The {@code data} of a success. */
    public JsonNode data() {
      return body.path("data");
    }

    /** The {@code error} of a failure. */
    public JsonNode error() {
      return body.path("error");
    }

    /** The error's code, empty for a success. */
    public String code() {
      return error().path("code").asText("");
    }

    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }
  }

  /** No connection was made, so nothing can have happened on the server. */
  record NotSent(Exception cause) implements Reply {}

  /** The request may have arrived; whether the server carried it out is unknown. */
  record Unanswered(Exception cause) implements Reply {}
}
