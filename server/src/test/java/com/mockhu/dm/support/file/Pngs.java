package com.mockhu.dm.support.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** PNG files of every kind there is, written byte by byte: all pixels are the same. */
public final class Pngs {
  /** Of all of them, in pixels. */
  public static final int HEIGHT = 32;

  private Pngs() {}

  /** {@code more}: whole chunks that come before the pixels. */
  public static byte[] of(int width, int depth, int type, byte[] pixel, byte[]... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(HEIGHT);
    out.writeBytes(chunk("IHDR", header.put((byte) depth).put((byte) type).array()));
    for (byte[] each : more) {
      out.writeBytes(each);
    }
    out.writeBytes(chunk("IDAT", rows(width, depth, pixel)));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] rows(int width, int depth, byte[] pixel) {
    int length = depth < 8 ? (width * depth + 7) / 8 : width * pixel.length;
    byte[] row = new byte[length + 1];
    for (int i = 0; i < length; i++) {
      row[i + 1] = pixel[i % pixel.length];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
      for (int y = 0; y < HEIGHT; y++) {
        packed.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] chunk(String name, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(12 + content.length).putInt(content.length);
    out.put(Papers.text(name)).put(content);
    CRC32 crc = new CRC32();
    crc.update(out.array(), 4, 4 + content.length);
    return out.putInt((int) crc.getValue()).array();
  }
}
