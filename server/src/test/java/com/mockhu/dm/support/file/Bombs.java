package com.mockhu.dm.support.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small files that cost a careless reader minutes or gigabytes. */
public final class Bombs {
  private static final int SIDE = 7_000;

  private Bombs() {}

  /** A progressive JPEG of 49 megapixels whose scans hold nothing. */
  public static byte[] jpegWithScans(int scans) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xDB, 0, 67, 0});
    byte[] ones = new byte[64];
    Arrays.fill(ones, (byte) 1);
    out.writeBytes(ones);
    out.writeBytes(new byte[] {-1, (byte) 0xC2, 0, 11, 8});
    out.writeBytes(ByteBuffer.allocate(4).putShort((short) SIDE).putShort((short) SIDE).array());
    out.writeBytes(new byte[] {1, 1, 0x11, 0, -1, (byte) 0xC4, 0, 20, 0, 1});
    out.writeBytes(new byte[16]);
    for (int i = 0; i < scans; i++) {
      out.writeBytes(new byte[] {-1, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0});
    }
    out.writeBytes(new byte[] {-1, (byte) 0xD9});
    return out.toByteArray();
  }

  /** A PNG of a few pixels with a comment that unpacks to so many bytes. */
  public static byte[] pngWithComment(int bytes) {
    byte[] png = Pixels.png(9, 9);
    ByteArrayOutputStream comment = new ByteArrayOutputStream();
    comment.writeBytes(Papers.text("zTXtComment\0\0"));
    comment.writeBytes(deflated(new byte[0], bytes));
    int header = 33;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, header);
    out.writeBytes(ByteBuffer.allocate(4).putInt(comment.size() - 4).array());
    out.writeBytes(comment.toByteArray());
    out.writeBytes(new byte[4]);
    out.write(png, header, png.length - header);
    return out.toByteArray();
  }

  /** A GIF of one pixel that blinks so often. */
  public static byte[] gifWithFrames(int frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Papers.text("GIF89a"));
    out.writeBytes(new byte[] {1, 0, 1, 0, (byte) 0x80, 0, 0, 0, 0, 0, 9, 9, 9});
    byte[] frame = {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0};
    for (int i = 0; i < frames; i++) {
      out.writeBytes(frame);
    }
    out.write(0x3B);
    return out.toByteArray();
  }

  /** A PDF of one page with streams of objects that unpack to so many bytes each. */
  public static byte[] pdfWithObjectStreams(int streams, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.writeBytes(entry(0, 0, 0));
    out.writeBytes(ascii("%PDF-1.5\n"));
    String[] objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    };
    for (int i = 0; i < objects.length; i++) {
      table.writeBytes(entry(1, out.size(), 0));
      out.writeBytes(ascii("%d 0 obj %s endobj\n".formatted(i + 1, objects[i])));
    }
    for (int i = 0; i < streams; i++) {
      int number = objects.length + 1 + i;
      String first = "%d 0 (".formatted(number + streams);
      byte[] packed = deflated(ascii(first), bytes);
      table.writeBytes(entry(1, out.size(), 0));
      String head = "<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>";
      stream(out, number, head.formatted(first.length() - 1, packed.length), packed);
    }
    for (int i = 0; i < streams; i++) {
      table.writeBytes(entry(2, objects.length + 1 + i, 0));
    }
    int start = out.size();
    int number = objects.length + 1 + 2 * streams;
    table.writeBytes(entry(1, start, 0));
    String head = "<</Type/XRef/Size %d/W[1 4 1]/Root 1 0 R/Length %d>>";
    stream(out, number, head.formatted(number + 1, table.size()), table.toByteArray());
    out.writeBytes(ascii("startxref\n%d\n%%%%EOF".formatted(start)));
    return out.toByteArray();
  }

  private static void stream(ByteArrayOutputStream out, int number, String head, byte[] content) {
    out.writeBytes(ascii("%d 0 obj %s stream\n".formatted(number, head)));
    out.writeBytes(content);
    out.writeBytes(ascii("\nendstream endobj\n"));
  }

  private static byte[] entry(int type, int where, int index) {
    return ByteBuffer.allocate(6).put((byte) type).putInt(where).put((byte) index).array();
  }

  /** {@code start}, then so many spaces. */
  private static byte[] deflated(byte[] start, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) ' ');
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out, fast)) {
      packed.write(start);
      for (int left = bytes; left > 0; left -= spaces.length) {
        packed.write(spaces, 0, Math.min(left, spaces.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      fast.end();
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
