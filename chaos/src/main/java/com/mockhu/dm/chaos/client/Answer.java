package com.mockhu.dm.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;

/** How a request ended. */
sealed interface Answer {
  record Given(int status, JsonNode body) implements Answer {
    JsonNode data() {
      return body.path("data");
    }

    boolean isGood() {
      return status / 100 == 2;
    }

    String code() {
      return status + " " + body.path("error").path("code").asText("");
    }
  }

  /** No connection was made, so nothing can have happened. */
  record NotSent(String reason) implements Answer {}

  /** It was on its way, and nothing came back. */
  record Lost(String reason) implements Answer {}
}
