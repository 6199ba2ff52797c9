package com.mockhu.dm.bench.wire.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mockhu.dm.bench.wire.WireException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Blocking REST calls that are expected to succeed; for setting a scene up, never for load. */
final class RestClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  RestClient(URI server) {
    this.server = server;
  }

  /** Posts and gives back the envelope's {@code data}; any answer but 2xx ends the run. */
  JsonNode post(String path, String token, String contentType, String body) {
    return answer(
        request(path, token)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** As {@link #post}, for reading. */
  JsonNode get(String path, String token) {
    return answer(request(path, token).build());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest request) {
    return data(request, exchange(request));
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new WireException("No answer from " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WireException("Interrupted while waiting for " + request.uri(), e);
    }
  }

  private static JsonNode data(HttpRequest request, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new WireException(
          "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
    }
    try {
      return JSON.readTree(response.body()).path("data");
    } catch (JsonProcessingException e) {
      throw new WireException(request.uri() + " answered something that is not JSON", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
