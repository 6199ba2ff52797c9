package com.mockhu.dm.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** REST as a careful client does it: bounded waiting, and no guess about what was not answered. */
final class Api implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI server;

  Api(URI server) {
    this.server = server;
  }

  Answer get(String token, String path) {
    return call(token, path, "GET", null, BodyPublishers.noBody());
  }

  Answer delete(String token, String path) {
    return call(token, path, "DELETE", null, BodyPublishers.noBody());
  }

  /** Posts JSON, or nothing when {@code body} is null. */
  Answer post(String token, String path, Object body) {
    return body == null
        ? call(token, path, "POST", null, BodyPublishers.noBody())
        : call(token, path, "POST", "application/json", BodyPublishers.ofString(text(body)));
  }

  Answer call(String token, String path, String method, String type, BodyPublisher body) {
    try {
      HttpResponse<String> response =
          http.send(request(token, path, method, type, body), BodyHandlers.ofString());
      return new Answer.Given(response.statusCode(), parsed(response.body()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Answer.NotSent(e.toString());
    } catch (IOException e) {
      return new Answer.Lost(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Lost("interrupted");
    }
  }

  /** The bytes of a file, or null when they can't be had. */
  byte[] download(String token, String path) {
    try {
      HttpRequest request = request(token, path, "GET", null, BodyPublishers.noBody());
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return response.statusCode() == 200 ? response.body() : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private HttpRequest request(
      String token, String path, String method, String type, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    return request.build();
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
