package com.mockhu.dm.file.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A file as messages carry it.
 *
 * @param type {@code image} or {@code file}
 * @param size in bytes, as it is kept
 * @param width in pixels; null, as are height and thumbnail, for what is no picture
 * @param signedUrl good for an hour; null in what is stored
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

  Attachment signed(String file, String thumbnail) {
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
        file,
        thumbnail);
  }
}
