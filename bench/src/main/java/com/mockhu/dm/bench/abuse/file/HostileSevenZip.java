package com.mockhu.dm.bench.abuse.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A 7z archive of 9,000 small entries in one solid block (Deflate): a reader that begins each entry
 * at the start of its block unpacks gigabytes.
 */
public final class HostileSevenZip {
  private static final int ENTRIES = 9_000;
  private static final int ENTRY = 200;

  private HostileSevenZip() {}

  public static byte[] bytes() {
    byte[] packed = packed();
    byte[] header = header(packed.length);
    ByteBuffer start = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(packed.length).putLong(header.length).putInt(crc(header));
    ByteBuffer all =
        ByteBuffer.allocate(32 + packed.length + header.length).order(ByteOrder.LITTLE_ENDIAN);
    all.put(HexFormat.of().parseHex("377ABCAF271C0004")).putInt(crc(start.array()));
    return all.put(start.array()).put(packed).put(header).array();
  }

  private static byte[] packed() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] entry = "The notes of the lecture. ".repeat(8).substring(0, ENTRY).getBytes(UTF_16LE);
    try (OutputStream out = new DeflaterOutputStream(packed, raw)) {
      for (int i = 0; i < ENTRIES; i++) {
        out.write(entry, 0, ENTRY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      raw.end();
    }
    return packed.toByteArray();
  }

  /** The end header, in the order of its properties' numbers. */
  private static byte[] header(int packedLength) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    add(out, 0x01, 0x04);
    add(out, 0x06, 0, 1, 0x09, packedLength, 0);
    // One folder with one coder, Deflate.
    add(out, 0x07, 0x0B, 1, 0, 1, 3, 4, 1, 8, 0x0C, ENTRIES * ENTRY, 0);
    add(out, 0x08, 0x0D, ENTRIES, 0x09);
    for (int i = 1; i < ENTRIES; i++) {
      add(out, ENTRY);
    }
    add(out, 0, 0);
    byte[] names = names();
    add(out, 0x05, ENTRIES, 0x11, names.length + 1, 0);
    out.writeBytes(names);
    add(out, 0, 0);
    return out.toByteArray();
  }

  private static byte[] names() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < ENTRIES; i++) {
      names.append(i).append(".txt").append('\0');
    }
    return names.toString().getBytes(UTF_16LE);
  }

  /** Numbers of 7z: the leading ones of the first byte tell how many bytes follow. */
  private static void add(ByteArrayOutputStream out, int... numbers) {
    for (int number : numbers) {
      int more = number < 0x80 ? 0 : number < 0x4000 ? 1 : number < 0x20_0000 ? 2 : 3;
      out.write((0xFF00 >> more) & 0xFF | number >> (Byte.SIZE * more));
      for (int i = 0; i < more; i++) {
        out.write(number >> (Byte.SIZE * i));
      }
    }
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
