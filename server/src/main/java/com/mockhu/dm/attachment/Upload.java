package com.mockhu.dm.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code uploads}.
 *
 * @param thumbnailKey null, as are width and height, for what is no picture
 * @param thumbnailSize in bytes; 0 without one
 * @param mimeType as it is served, with the charset of a text
 * @param conversationId null until it is sent
 * @param removedAt when the last reason to keep it went; null while there is one
 */
record Upload(
    UUID id,
    UUID uploaderId,
    String key,
    String thumbnailKey,
    String filename,
    String originalFilename,
    long size,
    long thumbnailSize,
    String mimeType,
    Integer width,
    Integer height,
    Instant uploadedAt,
    UUID conversationId,
    Instant removedAt) {
  static final String ROOT = "/uploads/messages/";

  boolean isImage() {
    return thumbnailKey != null;
  }

  /** What it takes of the quotas. */
  long bytes() {
    return size + thumbnailSize;
  }

  static String url(String key) {
    return key == null ? null : ROOT + key;
  }

  Attachment attachment() {
    return new Attachment(
        id,
        isImage() ? "image" : "file",
        url(key),
        url(thumbnailKey),
        filename,
        originalFilename,
        size,
        MediaType.bare(mimeType),
        width,
        height,
        uploadedAt,
        null,
        null);
  }
}
