package com.mockhu.dm.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** How a request ended, as far as this side can know. */
public sealed interface Reply {
  /** The server answered; {@code body} is a missing node where the answer was no JSON. */
  record Answered(int status, JsonNode body, HttpHeaders headers) implements Reply {
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
