package com.mockhu.dm.client.http;

import com.fasterxml.jackson.databind.JsonNode;

/** The result of reading from a socket. */
public sealed interface Received {
  record Frame(JsonNode json) implements Received {
    public String type() {
      return json.path("type").asText();
    }
  }

  /** Nothing came in the time that was given. */
  record Silence() implements Received {}

  /** No frame will come any more; {@code code} is 1006 for a line that broke. */
  record Closed(int code, String reason) implements Received {}
}
