package com.mockhu.dm.file.upload;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code uploads}, or of {@code sent_files}.
 *
 * @param conversationId null until it is sent
 * @param mimeType with a charset for text
 * @param image null for other files than images, and for pictures of people
 */
public record Upload(
    UUID id,
    UUID uploaderId,
    UUID conversationId,
    Names names,
    String mimeType,
    Bytes file,
    Image image,
    Times times) {
  public static final String ROOT = "/uploads/messages/";

  /** Before the key of a person's picture in its address. */
  public static final String AVATAR_ROOT = "/uploads/";

  /** The folder of the keys of people's pictures. */
  public static final String AVATAR_FOLDER = "avatars/";

  /** The name without dangerous characters, and the name as sent. */
  public record Names(String shown, String original) {}

  /** Stored bytes: {@code size} in bytes. */
  public record Bytes(String key, long size) {}

  /** {@code width} and {@code height} in pixels. */
  public record Image(Bytes thumbnail, int width, int height) {}

  /**
   * @param removed since when nothing refers to the file; null while something does; may be ahead
   *     for pictures of people
   */
  public record Times(Instant uploaded, Instant removed) {}

  boolean isSent() {
    return conversationId != null;
  }

  public boolean isImage() {
    return image != null;
  }

  public String key() {
    return file.key;
  }

  public long size() {
    return file.size;
  }

  /** Null for other files than images. */
  public String thumbnailKey() {
    return image == null ? null : image.thumbnail.key;
  }

  /** In bytes; 0 without a thumbnail. */
  public long thumbnailSize() {
    return image == null ? 0 : image.thumbnail.size;
  }

  public Instant removedAt() {
    return times.removed;
  }

  /** Bytes that count for the quotas. */
  public long bytes() {
    return size() + thumbnailSize();
  }

  Integer width() {
    return image == null ? null : image.width;
  }

  Integer height() {
    return image == null ? null : image.height;
  }

  private static String url(String key) {
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
        url(key()),
        url(thumbnailKey()),
        names.shown,
        names.original,
        size(),
        bareType(),
        width(),
        height(),
        times.uploaded,
        null,
        null);
  }
}
