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
import java.util.Set;
import javax.imageio.ImageIO;

/** Makes the stored image of an uploaded one (behaviour §9). */
public final class PrepareImage {
  /** Most pixels in width and in height. */
  static final int BOX = 1_920;

  static final int THUMBNAIL = 400;
  private static final float QUALITY = 0.85f;
  private static final float THUMBNAIL_QUALITY = 0.75f;

  /** The effort of libwebp without loss, from 0 to 1. */
  private static final float EFFORT = 0.5f;

  static {
    // Streams read files directly; a cache would be a second copy on disk.
    ImageIO.setUseCache(false);
  }

  private PrepareImage() {}

  private interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Blocking. Writes the results next to {@code source}.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code file_refused} for a damaged image, for
   *     too many pixels, and for one that cannot be converted
   */
  public static StoredImage prepare(Path source, Kind kind) {
    return readable(() -> kind == Kind.WEBP ? webp(source) : decoded(source, kind));
  }

  /**
   * Blocking. Writes the middle of the image as a JPEG of 400 by 400, the largest size in which
   * clients show a person, next to {@code source}.
   *
   * @throws com.mockhu.dm.platform.error.ApiException as {@link #prepare}
   */
  public static StoredImage portrait(Path source, Kind kind) {
    return readable(
        () -> {
          Path file = StoredImage.kept(source);
          BufferedImage middle = first(source, kind).square();
          JpegFile.write(middle, file, QUALITY);
          return new StoredImage(file, THUMBNAIL, THUMBNAIL, null);
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

  /** Decoders wrap a lack of memory in other exceptions; libjpeg reports it by its message. */
  private static void requireMemory(Exception failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (each instanceof OutOfMemoryError || message.startsWith("Insufficient memory")) {
        throw new OutOfMemoryError(message);
      }
    }
  }

  private static ScaledImage first(Path source, Kind kind) throws IOException {
    Orientation orientation = Orientation.of(Exif.orientation(source, kind));
    if (kind == Kind.WEBP) {
      WebpFile webp = withinLimits(source);
      return ScaledImage.of(WebpFrames.first(webp), webp.profile(), orientation);
    }
    ColorProfile profile = kind == Kind.PNG ? pngProfile(source) : ColorProfile.NONE;
    try (UploadedImage pixels = UploadedImage.open(source, kind)) {
      return ScaledImage.of(pixels.read(), profile, orientation);
    }
  }

  /** The profile comes before the pixels. */
  private static ColorProfile pngProfile(Path source) throws IOException {
    return PngChunks.find(source, "iCCP", ColorProfile.LONGEST, Set.of("IDAT", "IEND"))
        .map(ColorProfile::ofPng)
        .orElse(ColorProfile.NONE);
  }

  private static StoredImage decoded(Path source, Kind kind) throws IOException {
    ScaledImage shown = first(source, kind);
    Path file = StoredImage.kept(source);
    switch (kind) {
      case JPEG -> JpegFile.write(shown.fitted(), file, QUALITY);
      case PNG -> ImageIO.write(shown.fitted(), "png", file.toFile());
      case GIF -> gif(source, shown, file);
      case WEBP, PDF, DOC, XLS, PPT, DOCX, XLSX, PPTX, TXT, ZIP, RAR, SEVEN_ZIP, CSV, JSON, XML ->
          throw new IllegalArgumentException(kind + " is not read this way");
    }
    return kept(shown, source);
  }

  private static void gif(Path source, ScaledImage shown, Path file) throws IOException {
    try (UploadedImage pixels = UploadedImage.open(source, Kind.GIF)) {
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

  private static WebpFile withinLimits(Path source) throws IOException {
    WebpFile file = WebpFile.read(source);
    PixelLimits.require(file.width(), file.height(), file.frames().size());
    return file;
  }

  private static StoredImage webp(Path source) throws IOException {
    WebpFile webp = withinLimits(source);
    Orientation orientation = Orientation.of(Exif.orientation(source, Kind.WEBP));
    ScaledImage shown = ScaledImage.of(WebpFrames.first(webp), webp.profile(), orientation);
    boolean isFitting =
        orientation == Orientation.UPRIGHT && Math.max(webp.width(), webp.height()) <= BOX;
    // Frames within the size stay as they are, and so do all where no encoder is available.
    boolean isPlain = webp.isAnimated() && !webp.profile().isPresent();
    boolean isCopied = isFitting && (isPlain || !WebpEncoder.isAvailable());
    Path file = StoredImage.kept(source);
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

  private static StoredImage kept(ScaledImage shown, Path source) throws IOException {
    JpegFile.write(shown.square(), StoredImage.thumbnail(source), THUMBNAIL_QUALITY);
    return StoredImage.beside(source, shown.fitted().getWidth(), shown.fitted().getHeight());
  }
}
