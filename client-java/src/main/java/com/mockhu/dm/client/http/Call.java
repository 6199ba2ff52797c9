package com.mockhu.dm.client.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request without its token.
 *
 * @param target path and query, as in {@code /v1/users?query=ma}
 * @param timeout the longest wait for an answer; null for the transport's own
 */
public record Call(
    String method,
    String target,
    Map<String, String> headers,
    BodyPublisher body,
    Duration timeout) {

  public static Call get(String target) {
    return of("GET", target);
  }

  public static Call delete(String target) {
    return of("DELETE", target);
  }

  /** Without a body. */
  public static Call post(String target) {
    return of("POST", target);
  }

  public static Call of(String method, String target) {
    return new Call(method, target, Map.of(), BodyPublishers.noBody(), null);
  }

  public Call json(Object value) {
    return body("application/json", BodyPublishers.ofString(Json.text(value)));
  }

  public Call form(Multipart form) {
    return body(form.contentType(), BodyPublishers.ofByteArray(form.bytes()));
  }

  public Call body(String contentType, BodyPublisher content) {
    return new Call(method, target, with("Content-Type", contentType), content, timeout);
  }

  public Call header(String name, String value) {
    return new Call(method, target, with(name, value), body, timeout);
  }

  public Call waiting(Duration longest) {
    return new Call(method, target, headers, body, longest);
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return all;
  }

  /** A value as a query can hold it. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
