package com.mockhu.dm.attachment.image;

import com.mockhu.dm.attachment.check.FileRefusal;
import com.mockhu.dm.attachment.check.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Makes of an uploaded picture the one that is kept (behaviour §9). */
public final class Pictures {
  /** Pixels in width and in height. */
  static final int BOX = 1_920;

  static final int THUMBNAIL = 400;
  private static final float QUALITY = 0.85f;
  private static final float THUMBNAIL_QUALITY = 0.75f;

  static {
    // Streams read files directly; a cache would only be another copy on disk.
    ImageIO.setUseCache(false);
  }

  private Pictures() {}

  /**
   * Blocking. Writes the results next to {@code source}.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code invalid_request} for what is no
   *     picture, has too many pixels or cannot be kept
   */
  public static Picture prepare(Path source, Kind kind) {
    try {
      return prepared(source, kind);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw FileRefusal.because("The picture is damaged or cannot be read.");
    }
  }

  private static Picture prepared(Path source, Kind kind) throws IOException {
    Path file = source.resolveSibling(source.getFileName() + ".kept");
    Path thumbnail = source.resolveSibling(source.getFileName() + ".thumbnail");
    try (Source pixels = Source.open(source, kind)) {
      Orientation orientation = Orientation.of(source);
      BufferedImage upright = orientation.applied(pixels.read(2 * BOX));
      BufferedImage fitted = Scaling.fitted(upright, BOX);
      JpegFile.write(Scaling.square(upright, THUMBNAIL), thumbnail, THUMBNAIL_QUALITY);
      int width = fitted.getWidth();
      int height = fitted.getHeight();
      switch (kind) {
        case JPEG -> JpegFile.write(fitted, file, QUALITY);
        case PNG -> ImageIO.write(fitted, "png", file.toFile());
        case GIF -> {
          if (pixels.fits(BOX)) {
            GifFile.copy(source, file);
          } else {
            GifFrames.scale(pixels, file, width, height);
          }
        }
        case WEBP -> {
          if (!pixels.fits(BOX) || orientation != Orientation.UPRIGHT) {
            throw FileRefusal.because("A WebP picture must be upright and at most 1920 by 1920.");
          }
          WebpFile.copy(source, file);
        }
        case PDF, DOC, XLS, PPT, DOCX, XLSX, PPTX, TXT, ZIP, RAR, SEVEN_ZIP, CSV, JSON, XML ->
            throw new IllegalArgumentException(kind + " is no picture");
      }
      return new Picture(file, width, height, thumbnail);
    }
  }
}
