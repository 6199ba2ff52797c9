package com.mockhu.dm.platform.http.syntax;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Base64;
import java.util.List;

/**
 * A request for a WebSocket (RFC 6455 §4.2.1). Checked here, and not where the upgrade is made:
 * that would answer in other words than ours, or not at all.
 */
public final class Handshake {
  private static final String VERSION = "13";
  private static final int KEY_BYTES = 16;

  private Handshake() {}

  /** Whether an upgrade is asked for at all, well or badly. */
  public static boolean isAsked(HttpServerRequest request) {
    return request.headers().contains("Upgrade")
        && request.method() == HttpMethod.GET
        && has(request, "Upgrade", "websocket")
        && has(request, "Connection", "upgrade");
  }

  private static boolean has(HttpServerRequest request, String header, String word) {
    return HeaderList.of(request.headers().getAll(header)).stream()
        .anyMatch(word::equalsIgnoreCase);
  }

  /**
   * @throws ApiException {@code upgrade_required} for another version, {@code invalid_request} for
   *     a handshake that breaks the RFC
   */
  public static void check(HttpServerRequest request) {
    if (!VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
      throw new ApiException(
          ErrorCode.UPGRADE_REQUIRED, "Sec-WebSocket-Version must be " + VERSION + ".");
    }
    if (request.version() != HttpVersion.HTTP_1_1) {
      throw ApiException.invalid("A WebSocket needs HTTP/1.1.");
    }
    if (!isKey(request.headers().getAll("Sec-WebSocket-Key"))) {
      throw ApiException.invalid("Sec-WebSocket-Key must be 16 bytes in Base64.");
    }
    String length = request.getHeader("Content-Length");
    boolean isEmpty = length == null || length.equals("0");
    if (!isEmpty || request.headers().contains("Transfer-Encoding")) {
      throw ApiException.invalid("A WebSocket handshake has no body.");
    }
  }

  private static boolean isKey(List<String> keys) {
    try {
      return keys.size() == 1
          && Base64.getDecoder().decode(keys.getFirst().strip()).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
