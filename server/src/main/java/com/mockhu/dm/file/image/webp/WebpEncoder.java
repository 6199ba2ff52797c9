package com.mockhu.dm.file.image.webp;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes WebP with libwebp, which the library contains for the usual systems. A crash in it ends an
 * inspection process only.
 */
public final class WebpEncoder {
  private static final Logger LOG = LoggerFactory.getLogger(WebpEncoder.class);

  private WebpEncoder() {}

  /** Known after the first try, since loading fails differently on each system. */
  private static final class Trial {
    private static final boolean IS_THERE = works();

    private static boolean works() {
      try {
        written(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 0.5f, false);
        return true;
      } catch (LinkageError | RuntimeException | IOException e) {
        LOG.warn("WebP can't be written on this system; larger ones will be refused", e);
        return false;
      }
    }
  }

  public static boolean isAvailable() {
    return Trial.IS_THERE;
  }

  /**
   * @param quality 0 to 1; without loss, the effort
   * @throws com.mockhu.dm.platform.error.ApiException where libwebp is missing
   */
  public static WebpFrame encode(BufferedImage image, float quality, boolean isLossless)
      throws IOException {
    if (!isAvailable()) {
      throw FileRefusal.because(FileReason.WEBP_NOT_CONVERTIBLE);
    }
    return WebpFile.of(written(image, quality, isLossless)).frames().getFirst();
  }

  private static byte[] written(BufferedImage image, float quality, boolean isLossless)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      WebPWriteParam parameters = (WebPWriteParam) writer.getDefaultWriteParam();
      parameters.setCompressionType(isLossless ? CompressionType.Lossless : CompressionType.Lossy);
      parameters.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
