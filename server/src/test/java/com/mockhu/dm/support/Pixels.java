package com.mockhu.dm.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures made for a test: red on the left, blue on the right. */
public final class Pixels {
  private Pixels() {}

  public static byte[] jpeg(int width, int height) {
    return written("jpeg", picture(width, height, BufferedImage.TYPE_INT_RGB));
  }

  public static byte[] png(int width, int height) {
    return written("png", picture(width, height, BufferedImage.TYPE_INT_ARGB));
  }

  public static byte[] gif(int width, int height) {
    return written("gif", picture(width, height, BufferedImage.TYPE_INT_RGB));
  }

  /** One pixel, lossless. */
  public static byte[] webp() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  public static byte[] animation(int width, int height, int frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        BufferedImage frame = picture(width, height, BufferedImage.TYPE_INT_RGB);
        frame.setRGB(0, i, Color.GREEN.getRGB());
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A JPEG with an Exif block that says how the camera was held, and a secret. */
  public static byte[] jpegHeld(int orientation, int width, int height, String secret) {
    byte[] plain = jpeg(width, height);
    byte[] text = secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] exif = {
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, 2);
    segment(all, 0xE1, exif);
    segment(all, 0xFE, text);
    all.write(plain, 2, plain.length - 2);
    return all.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    int length = content.length + 2;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(content);
  }

  public static BufferedImage read(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int frames(byte[] gif) {
    try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      var reader = ImageIO.getImageReadersByFormatName("gif").next();
      reader.setInput(stream);
      return reader.getNumImages(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage picture(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  private static byte[] written(String format, BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
