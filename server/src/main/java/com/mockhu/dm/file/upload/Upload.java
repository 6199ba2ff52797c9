package com.mockhu.dm.file.upload;

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
public record Upload(
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
  public static final String ROOT = "/uploads/messages/";

  /** Before the key of a person's picture in its address. */
  public static final String AVATAR_ROOT = "/uploads/";

  /** In which the keys of people's pictures are. */
  public static final String AVATAR_FOLDER = "avatars/";

  public boolean isImage() {
    return thumbnailKey != null;
  }

  /** What it takes of the quotas. */
  public long bytes() {
    return size + thumbnailSize;
  }

  static String url(String key) {
    return key == null ? null : ROOT + key;
  }

  /** Without a charset, as messages show it. */
  private String bareType() {
    int end = mimeType.indexOf(';');
    return end < 0 ? mimeType : mimeType.substring(0, end);
  }

  public Attachment attachment() {
    return new Attachment(
        id,
        isImage() ? "image" : "file",
        url(key),
        url(thumbnailKey),
        filename,
        originalFilename,
        size,
        bareType(),
        width,
        height,
        uploadedAt,
        null,
        null);
  }
}
