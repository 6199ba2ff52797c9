package com.mockhu.dm.support.http;

import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests to one running server. Every answer is held against the API document. */
public final class Http {
  /** A request may wait for something itself. */
  private static final Duration PATIENCE = Patience.LONGEST.multipliedBy(2);

  public static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;

  public Http(int port) {
    base = "http://127.0.0.1:" + port;
  }

  public Answer get(String path, String token) {
    return send("GET", path, token, null);
  }

  /** {@code body}: null for none, otherwise written as JSON. */
  public Answer send(String method, String path, String token, Object body) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    if (body == null) {
      return raw(method, path, headers, BodyPublishers.noBody());
    }
    headers.put("Content-Type", "application/json");
    return raw(method, path, headers, BodyPublishers.ofString(Json.text(body)));
  }

  public Answer raw(String method, String path, Map<String, String> headers, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).method(method, body);
    headers.forEach(request::header);
    Answer answer = answer(method + " " + path, request.build());
    ApiDocument.check(method, path, answer);
    return answer;
  }

  /** What the server sends for the path, byte by byte. */
  public HttpResponse<byte[]> download(String method, String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, e);
    }
  }

  private static Answer answer(String name, HttpRequest request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(name, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(name, e);
    }
  }
}
