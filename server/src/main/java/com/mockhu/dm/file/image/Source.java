package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.GreyPicture;
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

/** An uploaded picture, its size known and found bearable. */
final class Source implements AutoCloseable {
  /** As many stand in memory at once; of more, every second row and column is enough to see. */
  private static final long MOST_READ = 26_000_000;

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
      PixelLimits.require(source.width(), source.height(), 1);
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
    PixelLimits.require(width(), height(), frames);
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
