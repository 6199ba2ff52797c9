package com.mockhu.dm.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Requests and answers as JSON. */
final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final URI server;

  Rest(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  /** What came back; {@code body} is an empty object when it was no JSON. */
  record Answer(int status, JsonNode body, boolean isReplay) {}

  /** {@code token} and {@code body} may be null. */
  Answer call(String method, String path, String token, Map<String, ?> body, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(text(body)));
    }
    return answer(request.build());
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      boolean isReplay = response.headers().firstValue("Idempotency-Replayed").isPresent();
      return new Answer(response.statusCode(), parse(response.body()), isReplay);
    } catch (IOException e) {
      throw new UnexpectedException(
          "nothing answers at " + server + " (" + e + "); start a server with bin/serve");
    } catch (InterruptedException e) {
      throw new UnexpectedException("it was interrupted");
    }
  }

  static String text(Map<String, ?> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnexpectedException("this should be JSON: " + text);
    }
  }
}
