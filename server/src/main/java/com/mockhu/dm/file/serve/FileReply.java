package com.mockhu.dm.file.serve;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A file as an HTTP response: whole, a part, or empty when the client has it already. */
record FileReply(Upload upload, boolean isThumbnail) {

  HttpResult to(Request request, String key, Storage storage) {
    if (request.header("If-Match").filter(tags -> !isNamed(tags, false)).isPresent()) {
      throw new ApiException(
          ErrorCode.PRECONDITION_FAILED, "The file is not the one that If-Match names.");
    }
    if (request.header("If-None-Match").filter(tags -> isNamed(tags, true)).isPresent()) {
      return HttpResult.empty(304).withAll(headers());
    }
    long size = isThumbnail ? upload.thumbnailSize() : upload.size();
    Optional<ByteRange> range =
        request
            .header("Range")
            .filter(any -> request.header("If-Range").map(etag()::equals).orElse(true))
            .flatMap(header -> ByteRange.of(header, size));
    if (range.isEmpty()) {
      return content(200, key, new ByteRange(0, size - 1), storage);
    }
    ByteRange part = range.get();
    return content(206, key, part, storage)
        .with("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
  }

  private HttpResult content(int status, String key, ByteRange part, Storage storage) {
    return storage
        .onDisk(key)
        .map(
            file ->
                HttpResult.file(
                    status, new HttpResult.FileSlice(file, part.first(), part.length())))
        .orElseGet(() -> HttpResult.streamed(status, part.length(), () -> open(key, part, storage)))
        .withAll(headers());
  }

  private static InputStream open(String key, ByteRange part, Storage storage) {
    try {
      return storage.open(key, part.first(), part.length());
    } catch (IOException e) {
      throw StorageFault.ofReading(e);
    }
  }

  /** A stored file never changes, so its id identifies its content. */
  private String etag() {
    return "\"" + upload.id() + (isThumbnail ? "-thumbnail" : "") + "\"";
  }

  /** {@code isWeak}: whether a weak tag counts, as it does for caches alone (RFC 9110 §8.8.3.2). */
  private boolean isNamed(String tags, boolean isWeak) {
    for (String each : tags.split(",")) {
      String tag = each.strip();
      String plain = isWeak && tag.startsWith("W/") ? tag.substring(2) : tag;
      if (plain.equals("*") || plain.equals(etag())) {
        return true;
      }
    }
    return false;
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", isThumbnail ? "image/jpeg" : upload.mimeType());
    headers.put("Content-Disposition", disposition());
    headers.put("ETag", etag());
    headers.put("Accept-Ranges", "bytes");
    // Caches must ask again each time: a block or a deletion takes effect at once.
    headers.put("Cache-Control", "private, no-cache");
    headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
    // Pages of other sites may not load it; those of the host on another subdomain may.
    headers.put("Cross-Origin-Resource-Policy", "same-site");
    return headers;
  }

  /** RFC 6266: a name in ASCII for old clients, and the exact one. */
  private String disposition() {
    String name = upload.names().shown();
    String plain = name.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
    String exact =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    String shown = upload.isImage() ? "inline" : "attachment";
    return shown + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }
}
