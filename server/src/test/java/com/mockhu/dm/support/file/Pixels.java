package com.mockhu.dm.support.file;

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

  /** Two frames of one pixel, each with a chunk of the given name behind its pixels. */
  public static byte[] animatedWebpWith(String name, byte[] secret) {
    byte[] pixels = java.util.Arrays.copyOfRange(webp(), 12, webp().length);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(new byte[16]);
    frame.writeBytes(pixels);
    frame.writeBytes(chunk(name, secret));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Papers.text("WEBP"));
    all.writeBytes(chunk("VP8X", new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    all.writeBytes(chunk("ANIM", new byte[6]));
    all.writeBytes(chunk("ANMF", frame.toByteArray()));
    all.writeBytes(chunk("ANMF", frame.toByteArray()));
    all.writeBytes(chunk(name, secret));
    return chunk("RIFF", all.toByteArray());
  }

  /** {@code content}: of an even length. */
  private static byte[] chunk(String name, byte[] content) {
    return java.nio.ByteBuffer.allocate(8 + content.length)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .put(Papers.text(name))
        .putInt(content.length)
        .put(content)
        .array();
  }

  /** Two frames, and the text in a comment, in a foreign block, and behind the number of rounds. */
  public static byte[] animationWithBlocks(String secret) {
    byte[] plain = animation(20, 10, 2);
    byte[] text = Papers.text(secret);
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    blocks.writeBytes(new byte[] {0x21, (byte) 0xFE, (byte) text.length});
    blocks.writeBytes(text);
    blocks.writeBytes(new byte[] {0, 0x21, (byte) 0xFF, 11});
    blocks.writeBytes(Papers.text("XMP DataXMP"));
    blocks.write(text.length);
    blocks.writeBytes(text);
    blocks.writeBytes(new byte[] {0, 0x21, (byte) 0xFF, 11});
    blocks.writeBytes(Papers.text("NETSCAPE2.0"));
    blocks.writeBytes(new byte[] {3, 1, 0, 0, (byte) text.length});
    blocks.writeBytes(text);
    blocks.write(0);
    int table = (plain[10] & 0x80) == 0 ? 0 : 3 << (plain[10] & 7) + 1;
    int start = 13 + table;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, start);
    all.writeBytes(blocks.toByteArray());
    all.write(plain, start, plain.length - start);
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
