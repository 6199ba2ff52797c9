package com.mockhu.dm.web.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Screenshots as they go into the documentation. */
final class Picture {
  private static final int GAP = 72;
  private static final int ROUND = 72;
  private static final float QUALITY = 0.88f;

  private final BufferedImage image;

  private Picture(BufferedImage image) {
    this.image = image;
  }

  static Picture of(byte[] screenshot) {
    return new Picture(read(screenshot));
  }

  /** Two phones beside each other. */
  static Picture ofBoth(byte[] left, byte[] right) {
    BufferedImage one = read(left);
    int width = 2 * one.getWidth() + 3 * GAP;
    BufferedImage both =
        new BufferedImage(width, one.getHeight() + 2 * GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = both.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0xE4E1F4));
    pen.fillRect(0, 0, width, both.getHeight());
    draw(pen, one, GAP);
    draw(pen, read(right), 2 * GAP + one.getWidth());
    pen.dispose();
    return new Picture(both);
  }

  private static void draw(Graphics2D pen, BufferedImage phone, int x) {
    pen.setPaint(
        new java.awt.TexturePaint(
            phone,
            new java.awt.geom.Rectangle2D.Double(x, GAP, phone.getWidth(), phone.getHeight())));
    pen.fill(
        new RoundRectangle2D.Double(x, GAP, phone.getWidth(), phone.getHeight(), ROUND, ROUND));
  }

  private static BufferedImage read(byte[] screenshot) {
    try {
      return ImageIO.read(new ByteArrayInputStream(screenshot));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Small, and without bands in photos and shades: WebP, of a quality at which letters stay sharp.
   */
  void keep(Path path) {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/webp").next();
    ImageWriteParam options = writer.getDefaultWriteParam();
    options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    options.setCompressionType("Lossy");
    options.setCompressionQuality(QUALITY);
    try (var out = ImageIO.createImageOutputStream(Files.newOutputStream(path))) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
