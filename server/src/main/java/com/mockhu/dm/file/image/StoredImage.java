package com.mockhu.dm.file.image;

import java.nio.file.Path;

/**
 * The result of preparing an image.
 *
 * @param width of the stored image, in pixels
 * @param thumbnail a JPEG of 400 by 400; null for the picture of a person
 */
public record StoredImage(Path file, int width, int height, Path thumbnail) {

  /** The files that {@link PrepareImage#prepare} writes for {@code source}. */
  public static StoredImage beside(Path source, int width, int height) {
    return new StoredImage(kept(source), width, height, thumbnail(source));
  }

  public static Path kept(Path source) {
    return source.resolveSibling(source.getFileName() + ".kept");
  }

  static Path thumbnail(Path source) {
    return source.resolveSibling(source.getFileName() + ".thumbnail");
  }
}
