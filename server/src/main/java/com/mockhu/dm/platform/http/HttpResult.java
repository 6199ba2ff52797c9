package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.json.Json;
import com.mockhu.dm.platform.limit.RateLimitStatus;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a request: a status, headers, and a body, as a rule in the envelope (behaviour §1).
 *
 * @param file sent in place of {@code body}; null where there is none
 * @param stream as {@code file}
 * @param failure null unless it is one
 */
public record HttpResult(
    int status,
    Map<String, String> headers,
    byte[] body,
    FileSlice file,
    Streamed stream,
    ErrorCode failure) {
  private static final String JSON = "application/json; charset=utf-8";

  /** A part of a file; {@code length} in bytes, from {@code offset}. */
  public record FileSlice(Path path, long offset, long length) {}

  /** {@code length} bytes from a source. */
  public record Streamed(long length, Source source) {}

  /** Opens a stream of bytes; throws {@link ApiException} where there is an answer to that. */
  @FunctionalInterface
  public interface Source {
    InputStream open();
  }

  private HttpResult(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, null, null, null);
  }

  private record Data(boolean success, Object data) {}

  private record Message(boolean success, String message) {}

  private record Failure(boolean success, Map<String, Object> error) {}

  public static HttpResult ok(Object data) {
    return json(200, new Data(true, data));
  }

  public static HttpResult created(Object data) {
    return json(201, new Data(true, data));
  }

  public static HttpResult done(String message) {
    return json(200, new Message(true, message));
  }

  /** A plain document outside the envelope. */
  public static HttpResult document(String type, byte[] body) {
    return new HttpResult(200, Map.of("Content-Type", type), body);
  }

  /** A file, or a part of it, straight from the disk. */
  public static HttpResult file(int status, FileSlice slice) {
    return new HttpResult(status, Map.of(), new byte[0], slice, null, null);
  }

  /** Bytes passed on as they arrive; the response writer opens and closes the source. */
  public static HttpResult streamed(int status, long length, Source source) {
    return new HttpResult(status, Map.of(), new byte[0], null, new Streamed(length, source), null);
  }

  /** A status without a body. */
  public static HttpResult empty(int status) {
    return new HttpResult(status, Map.of(), new byte[0]);
  }

  /** JSON outside the envelope, as probes expect it. */
  public static HttpResult bare(int status, Object value) {
    return json(status, value);
  }

  public static HttpResult failure(ApiException failure) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", failure.code().code());
    error.put("message", failure.getMessage());
    if (!failure.details().isEmpty()) {
      error.put("details", failure.details());
    }
    HttpResult reply = refusal(failure.code(), new Failure(false, error));
    if (failure.retryAfter() > 0) {
      reply = reply.with("Retry-After", Long.toString(failure.retryAfter()));
    }
    return reply.withAll(headers(failure));
  }

  private static Map<String, String> headers(ApiException failure) {
    if (failure.code().status() == 401) {
      return Map.of("WWW-Authenticate", "Bearer");
    }
    if (failure.code() == ErrorCode.METHOD_NOT_ALLOWED) {
      return Map.of("Allow", failure.details().get("allow").toString());
    }
    if (failure.code() == ErrorCode.UPGRADE_REQUIRED) {
      return Map.of("Upgrade", "websocket", "Connection", "Upgrade", "Sec-WebSocket-Version", "13");
    }
    if (failure.code() == ErrorCode.RANGE_NOT_SATISFIABLE) {
      return Map.of("Content-Range", "bytes */" + failure.details().get("size"));
    }
    return failure.code() == ErrorCode.RATE_LIMITED ? rateLimit(failure) : Map.of();
  }

  /** The fields of draft-ietf-httpapi-ratelimit-headers. */
  private static Map<String, String> rateLimit(ApiException failure) {
    Map<String, Object> details = failure.details();
    return rateLimit(
        new RateLimitStatus(
            (String) details.get("limit"),
            (Integer) details.get("quota"),
            (Long) details.get("window"),
            0,
            failure.retryAfter()));
  }

  private static Map<String, String> rateLimit(RateLimitStatus status) {
    String name = "\"" + status.name() + "\"";
    String reset = status.resetSeconds() == 0 ? "" : ";t=" + status.resetSeconds();
    return Map.of(
        "RateLimit-Policy", name + ";q=" + status.quota() + ";w=" + status.window(),
        "RateLimit", name + ";r=" + status.remaining() + reset);
  }

  public HttpResult withLimitStatus(RateLimitStatus status) {
    return withAll(rateLimit(status));
  }

  public HttpResult with(String header, String value) {
    return withAll(Map.of(header, value));
  }

  /** Adds or replaces headers. */
  public HttpResult withAll(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new HttpResult(status, all, body, file, stream, failure);
  }

  private static HttpResult refusal(ErrorCode code, Failure value) {
    return new HttpResult(
        code.status(), Map.of("Content-Type", JSON), Json.bytes(value), null, null, code);
  }

  private static HttpResult json(int status, Object value) {
    return new HttpResult(status, Map.of("Content-Type", JSON), Json.bytes(value));
  }
}
