package com.mockhu.dm.web;

import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One file as it is served. It is compressed once, at the start, as hard as it goes: nobody waits
 * for it later.
 *
 * @param compressed null where that would save nothing
 */
record Asset(String type, String tag, byte[] body, byte[] compressed) {
  private static final int TAG_BYTES = 12;

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "map", "application/json",
          "webmanifest", "application/manifest+json");

  static Asset of(String name, byte[] body) {
    // Source maps are most of the bytes, and only a debugger reads them: not worth 0.4 s of a
    // start.
    byte[] compressed = name.endsWith(".map") ? body : compress(body);
    return new Asset(
        type(name),
        "\"" + digest(body) + "\"",
        body,
        compressed.length < body.length ? compressed : null);
  }

  /** As the browser takes it; 304 where it has it already. {@code more} goes on either. */
  HttpResult reply(Request request, Map<String, String> more) {
    boolean isKnown =
        request.header("If-None-Match").filter(tags -> tags.contains(tag)).isPresent();
    HttpResult reply = isKnown ? HttpResult.empty(304) : whole(takesCompressed(request));
    return reply.withAll(more).withAll(Map.of("ETag", tag, "Vary", "Accept-Encoding"));
  }

  private HttpResult whole(boolean isCompressed) {
    return isCompressed
        ? HttpResult.document(type, compressed).with("Content-Encoding", "gzip")
        : HttpResult.document(type, body);
  }

  private boolean takesCompressed(Request request) {
    return compressed != null
        && request
            .header("Accept-Encoding")
            .filter(codings -> codings.contains("gzip"))
            .isPresent();
  }

  private static String type(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("A file of the web client of unknown type: " + name);
    }
    return type;
  }

  static String digest(byte[] bytes) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(whole, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] compress(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Best(compressed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream target) throws IOException {
      super(target);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
