package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.ColorProfile;
import com.mockhu.dm.file.image.pixel.Orientation;
import com.mockhu.dm.file.image.pixel.PixelLimits;
import com.mockhu.dm.file.image.webp.WebpEncoder;
import com.mockhu.dm.file.image.webp.WebpFile;
import com.mockhu.dm.file.image.webp.WebpFrames;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.type.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Makes of an uploaded picture the one that is kept (behaviour §9). */
public final class Pictures {
  /** Pixels in width and in height. */
  static final int BOX = 1_920;

  static final int THUMBNAIL = 400;
  private static final float QUALITY = 0.85f;
  private static final float THUMBNAIL_QUALITY = 0.75f;

  /** Without loss this is how hard libwebp tries, at which half the time saves a tenth. */
  private static final float EFFORT = 0.5f;

  static {
    // Streams read files directly; a cache would only be another copy on disk.
    ImageIO.setUseCache(false);
  }

  private Pictures() {}

  private interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Blocking. Writes the results next to {@code source}.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code invalid_request} for what is no
   *     picture, has too many pixels or cannot be kept
   */
  public static Picture prepare(Path source, Kind kind) {
    return readable(() -> kind == Kind.WEBP ? webp(source) : decoded(source, kind));
  }

  /**
   * Blocking. The middle of the picture as a JPEG of 400 by 400, next to {@code source}: a face
   * beside a name is never shown larger.
   *
   * @throws com.mockhu.dm.platform.error.ApiException as {@link #prepare}
   */
  public static Picture portrait(Path source, Kind kind) {
    return readable(
        () -> {
          Path file = Picture.kept(source);
          BufferedImage middle = first(source, kind).square();
          JpegFile.write(middle, file, QUALITY);
          return new Picture(file, THUMBNAIL, THUMBNAIL, null);
        });
  }

  private static <T> T readable(Work<T> work) {
    try {
      return work.run();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      requireMemory(e);
      throw FileRefusal.because(FileReason.PICTURE_DAMAGED);
    }
  }

  /** Decoders wrap what they did not get; libjpeg says it in words. */
  private static void requireMemory(Exception failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (each instanceof OutOfMemoryError || message.startsWith("Insufficient memory")) {
        throw new OutOfMemoryError(message);
      }
    }
  }

  private static Shown first(Path source, Kind kind) throws IOException {
    Orientation orientation = Orientation.of(Exif.orientation(source, kind));
    if (kind == Kind.WEBP) {
      WebpFile webp = bearable(source);
      return Shown.of(WebpFrames.first(webp), webp.profile(), orientation);
    }
    ColorProfile profile = kind == Kind.PNG ? ColorProfile.ofPng(source) : ColorProfile.NONE;
    try (Source pixels = Source.open(source, kind)) {
      return Shown.of(pixels.read(), profile, orientation);
    }
  }

  private static Picture decoded(Path source, Kind kind) throws IOException {
    Shown shown = first(source, kind);
    Path file = Picture.kept(source);
    switch (kind) {
      case JPEG -> JpegFile.write(shown.fitted(), file, QUALITY);
      case PNG -> ImageIO.write(shown.fitted(), "png", file.toFile());
      case GIF -> gif(source, shown, file);
      case WEBP, PDF, DOC, XLS, PPT, DOCX, XLSX, PPTX, TXT, ZIP, RAR, SEVEN_ZIP, CSV, JSON, XML ->
          throw new IllegalArgumentException(kind + " is not read this way");
    }
    return kept(shown, source);
  }

  private static void gif(Path source, Shown shown, Path file) throws IOException {
    try (Source pixels = Source.open(source, Kind.GIF)) {
      if (pixels.fits(BOX)) {
        GifFile.copy(source, file);
      } else if (GifFile.frames(source) == 1) {
        ImageIO.write(shown.fitted(), "gif", file.toFile());
      } else {
        GifFrames.scale(
            pixels, source, file, shown.fitted().getWidth(), shown.fitted().getHeight());
      }
    }
  }

  private static WebpFile bearable(Path source) throws IOException {
    WebpFile file = WebpFile.read(source);
    PixelLimits.require(file.width(), file.height(), file.frames().size());
    return file;
  }

  private static Picture webp(Path source) throws IOException {
    WebpFile webp = bearable(source);
    Orientation orientation = Orientation.of(Exif.orientation(source, Kind.WEBP));
    Shown shown = Shown.of(WebpFrames.first(webp), webp.profile(), orientation);
    boolean isFitting =
        orientation == Orientation.UPRIGHT && Math.max(webp.width(), webp.height()) <= BOX;
    // Frames that fit are left as they are, and so is everything where nothing can be encoded.
    boolean isPlain = webp.isAnimated() && !webp.profile().isThere();
    boolean isCopied = isFitting && (isPlain || !WebpEncoder.isThere());
    Path file = Picture.kept(source);
    if (isCopied) {
      Files.write(file, webp.bytes());
    } else if (webp.isAnimated()) {
      Files.write(file, WebpFrames.fitted(webp, orientation, BOX, QUALITY).bytes());
    } else {
      boolean isLossless = webp.isLossless();
      float quality = isLossless ? EFFORT : QUALITY;
      Files.write(file, WebpFile.still(WebpEncoder.encode(shown.fitted(), quality, isLossless)));
    }
    return kept(shown, source);
  }

  private static Picture kept(Shown shown, Path source) throws IOException {
    JpegFile.write(shown.square(), Picture.thumbnail(source), THUMBNAIL_QUALITY);
    return Picture.beside(source, shown.fitted().getWidth(), shown.fitted().getHeight());
  }
}
