package com.mockhu.dm.file.image;

import java.nio.file.Path;

/**
 * A picture ready to be kept.
 *
 * @param width of the picture as it is kept, in pixels
 * @param thumbnail a JPEG of 400 by 400; null for the picture of a person
 */
public record Picture(Path file, int width, int height, Path thumbnail) {

  /** What {@link Pictures#prepare} makes of {@code source}. */
  public static Picture beside(Path source, int width, int height) {
    return new Picture(kept(source), width, height, thumbnail(source));
  }

  public static Path kept(Path source) {
    return source.resolveSibling(source.getFileName() + ".kept");
  }

  static Path thumbnail(Path source) {
    return source.resolveSibling(source.getFileName() + ".thumbnail");
  }
}
