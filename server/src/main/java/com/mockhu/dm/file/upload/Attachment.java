package com.mockhu.dm.file.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of a message, as clients see it.
 *
 * @param type {@code image} or {@code file}
 * @param size in bytes, as stored
 * @param width in pixels; null, as are height and thumbnail, for other files than images
 * @param signedUrl valid for an hour; null in the stored form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
    UUID id,
    String type,
    String url,
    String thumbnailUrl,
    String filename,
    String originalFilename,
    long size,
    String mimeType,
    Integer width,
    Integer height,
    Instant uploadedAt,
    String signedUrl,
    String signedThumbnailUrl) {

  Attachment signed(SignedUrls.Pair urls) {
    return new Attachment(
        id,
        type,
        url,
        thumbnailUrl,
        filename,
        originalFilename,
        size,
        mimeType,
        width,
        height,
        uploadedAt,
        urls.file(),
        urls.thumbnail());
  }
}
