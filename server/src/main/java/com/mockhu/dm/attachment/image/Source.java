package com.mockhu.dm.attachment.image;

import com.mockhu.dm.attachment.check.FileReason;
import com.mockhu.dm.attachment.check.FileRefusal;
import com.mockhu.dm.attachment.check.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** An uploaded picture, its size known and found bearable. */
final class Source implements AutoCloseable {
  /** 50 megapixels, more than any phone makes by default. */
  private static final long MOST_PIXELS = 50_000_000;

  /** Of an animation: a minute at 80 a second. */
  static final int MOST_FRAMES = 5_000;

  /** As many stand in memory at once; of more, every second row and column is enough to see. */
  private static final long MOST_READ = 26_000_000;

  /** Of the screen of an animation, on which each frame is drawn whole. */
  private static final long MOST_SCREEN = 16_000_000;

  /** All frames of an animation together. */
  private static final long MOST_FRAME_PIXELS = 400_000_000;

  private final ImageReader reader;
  private final ImageInputStream stream;

  private Source(ImageReader reader, ImageInputStream stream) {
    this.reader = reader;
    this.stream = stream;
  }

  static Source open(Path file, Kind kind) throws IOException {
    requireOrdinary(file, kind);
    ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mimeType()).next();
    Source source = new Source(reader, new FileImageInputStream(file.toFile()));
    try {
      reader.setInput(source.stream, false, true);
      requireBearable(source.width(), source.height(), 1);
      return source;
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** What costs time or memory beyond that of the pixels. */
  private static void requireOrdinary(Path file, Kind kind) throws IOException {
    switch (kind) {
      case JPEG -> JpegMarkers.read(file).requireBearable();
      case GIF -> GifFile.frames(file);
      case PNG, WEBP, PDF, DOC, XLS, PPT, DOCX, XLSX, PPTX, TXT, ZIP, RAR, SEVEN_ZIP -> {}
      case CSV, JSON, XML -> {}
    }
  }

  int width() throws IOException {
    return reader.getWidth(0);
  }

  int height() throws IOException {
    return reader.getHeight(0);
  }

  boolean fits(int box) throws IOException {
    return width() <= box && height() <= box;
  }

  ImageReader reader() {
    return reader;
  }

  void requireBearable(int frames) throws IOException {
    requireBearable(width(), height(), frames);
  }

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code file_refused} for too many pixels
   */
  static void requireBearable(int width, int height, int frames) {
    requireFew(frames);
    long pixels = (long) width * height;
    if (pixels > MOST_PIXELS) {
      throw FileRefusal.because(FileReason.TOO_MANY_PIXELS);
    }
    if (frames > 1 && (pixels > MOST_SCREEN || pixels * frames > MOST_FRAME_PIXELS)) {
      throw FileRefusal.because(FileReason.ANIMATION_TOO_LARGE);
    }
  }

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code invalid_request} for too many frames
   */
  static void requireFew(int frames) {
    if (frames > MOST_FRAMES) {
      throw FileRefusal.because(
          FileReason.ANIMATION_TOO_LARGE,
          "The animation has more than 5,000 frames. Make it shorter.");
    }
  }

  /** The first frame, with fewer pixels where there are too many. */
  BufferedImage read() throws IOException {
    int step = (long) width() * height() > MOST_READ ? 2 : 1;
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    return GreyPicture.asRgb(reader.read(0, parameters));
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
