package com.mockhu.dm.platform.http.syntax;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** The rules that the head of each request must keep (RFC 9110, RFC 9112). */
public final class RequestHead {
  private RequestHead() {}

  /**
   * @throws ApiException {@code invalid_request} where two readers might understand the request
   *     differently; nothing behind it can be trusted to be a request
   */
  public static void checkFraming(HttpServerRequest request) {
    MultiMap headers = request.headers();
    checkHost(request.version(), headers);
    String coding = headers.get("Transfer-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("chunked")) {
      throw ApiException.invalid("Transfer-Encoding must be chunked.");
    }
    if (coding != null && request.version() == HttpVersion.HTTP_1_0) {
      throw ApiException.invalid("HTTP/1.0 has no Transfer-Encoding.");
    }
  }

  /**
   * @throws ApiException {@code unsupported_media_type} for a body that is packed
   */
  public static void checkPacking(HttpServerRequest request) {
    String packing = request.getHeader("Content-Encoding");
    if (packing != null && !packing.isBlank() && !packing.strip().equalsIgnoreCase("identity")) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Bodies are read as they are; send no Content-Encoding.");
    }
  }

  /** Who is asked must be said, and said once (RFC 9112 §3.2). */
  private static void checkHost(HttpVersion version, MultiMap headers) {
    int hosts = headers.contains("Host") ? headers.getAll("Host").size() : 0;
    if (hosts > 1 || hosts == 0 && version == HttpVersion.HTTP_1_1) {
      throw ApiException.invalid("A request needs exactly one Host header.");
    }
  }
}
