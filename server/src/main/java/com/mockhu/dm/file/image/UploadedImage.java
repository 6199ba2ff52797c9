package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.GreyImage;
import com.mockhu.dm.file.image.pixel.PixelLimits;
import com.mockhu.dm.file.type.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** An uploaded image whose size is within the limits. */
final class UploadedImage implements AutoCloseable {
  /** Most pixels in memory; of a larger image every second row and column is read. */
  private static final long MOST_READ = 26_000_000;

  private final ImageReader reader;
  private final ImageInputStream stream;

  private UploadedImage(ImageReader reader, ImageInputStream stream) {
    this.reader = reader;
    this.stream = stream;
  }

  static UploadedImage open(Path file, Kind kind) throws IOException {
    requireOtherLimits(file, kind);
    ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mimeType()).next();
    UploadedImage source = new UploadedImage(reader, new FileImageInputStream(file.toFile()));
    try {
      reader.setInput(source.stream, false, true);
      PixelLimits.require(source.width(), source.height(), 1);
      return source;
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** Limits on other costs than those of the pixels. */
  private static void requireOtherLimits(Path file, Kind kind) throws IOException {
    switch (kind) {
      case JPEG -> JpegMarkers.read(file).requireWithinLimits();
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

  void requireWithinLimits(int frames) throws IOException {
    PixelLimits.require(width(), height(), frames);
  }

  /** The first frame; a very large one with half the rows and columns. */
  BufferedImage read() throws IOException {
    int step = (long) width() * height() > MOST_READ ? 2 : 1;
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    return GreyImage.asRgb(reader.read(0, parameters));
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
