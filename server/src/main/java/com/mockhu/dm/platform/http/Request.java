package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.client.ClientAddress;
import com.mockhu.dm.platform.json.Json;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request as an endpoint sees it: read whole, its caller proved. */
public final class Request {
  private final Map<String, String> path;
  private final MultiMap query;
  private final MultiMap headers;
  private final Origin origin;
  private final byte[] body;
  private final InputStream stream;
  private final Caller caller;

  /** Where a request comes from. */
  public record Origin(ClientAddress client, boolean isDirectlyLocal) {}

  public Request(
      Map<String, String> path,
      MultiMap query,
      MultiMap headers,
      Origin origin,
      byte[] body,
      InputStream stream,
      Caller caller) {
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.origin = origin;
    this.body = body;
    this.stream = stream;
    this.caller = caller;
  }

  /** The signed-in person; only on routes for persons. */
  public UUID userId() {
    return caller.userId();
  }

  /** Null on open routes. */
  public Caller caller() {
    return caller;
  }

  /**
   * The subject of limits on requests without a person: the client's address, of IPv6 its first 64
   * bits.
   */
  public String address() {
    return origin.client().network();
  }

  /** Whether it came from this machine, and not through a proxy that is known as one. */
  public boolean isDirectlyLocal() {
    return origin.isDirectlyLocal();
  }

  public UUID pathId(String name) {
    return Ids.parse(path.get(name), name);
  }

  public String path(String name) {
    return path.get(name);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** An empty one counts as absent: forms and templates write {@code ?cursor=&page=}. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(text -> !text.isEmpty());
  }

  public Optional<UUID> queryId(String name) {
    return query(name).map(text -> Ids.parse(text, name));
  }

  /** A whole number, clamped into the range; anything else is refused (behaviour §1). */
  public int queryNumber(String name, int fallback, int least, int most) {
    String text = query(name).orElse(null);
    if (text == null) {
      return fallback;
    }
    int digits = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    if (text.length() == digits || !text.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9')) {
      throw ApiException.invalid(name + " must be a whole number.");
    }
    boolean isHuge = text.length() > 9;
    long number = isHuge ? (text.startsWith("-") ? least : most) : Long.parseLong(text);
    return Math.clamp(number, least, most);
  }

  /** In any case: Python writes {@code True}. */
  public boolean queryFlag(String name, boolean fallback) {
    return switch (query(name).map(text -> text.toLowerCase(Locale.ROOT)).orElse(null)) {
      case null -> fallback;
      case "true" -> true;
      case "false" -> false;
      default -> throw ApiException.invalid(name + " must be true or false.");
    };
  }

  /** The JSON body; throws {@code malformed_json}, {@code unsupported_media_type}. */
  public <T> T body(Class<T> type) {
    requireJson();
    return Json.read(body == null ? streamed() : body, type);
  }

  /** As {@link #body}, for routes where a request without one is fine. */
  public <T> Optional<T> optionalBody(Class<T> type) {
    return body.length == 0 ? Optional.empty() : Optional.of(body(type));
  }

  /** A streamed route that takes JSON too holds no more of it than the others. */
  private byte[] streamed() {
    long told = header("Content-Length").map(Long::parseLong).orElse(0L);
    try {
      byte[] read =
          told > HttpLimits.JSON_BODY ? null : stream.readNBytes(HttpLimits.JSON_BODY + 1);
      if (read == null || read.length > HttpLimits.JSON_BODY) {
        throw new ApiException(
            ErrorCode.PAYLOAD_TOO_LARGE,
            "The body is larger than " + HttpLimits.JSON_BODY + " bytes.");
      }
      return read;
    } catch (IOException e) {
      throw ApiException.invalid("The body is incomplete.");
    }
  }

  private void requireJson() {
    String type = headers.get("Content-Type");
    if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
    }
  }

  /** The body as it arrives; only on streamed routes. */
  public InputStream stream() {
    return stream;
  }
}
