package com.mockhu.dm.bench.abuse.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A PNG of one pixel with a compressed comment that unfolds to a gibibyte. */
public final class HostilePng {
  private static final int PARTS = 1_024;
  private static final int PART = 1 << 20;

  private HostilePng() {}

  public static byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      out.writeBytes(HexFormat.of().parseHex("89504E470D0A1A0A"));
      chunk(out, "IHDR", HexFormat.of().parseHex("00000001000000010800000000"));
      chunk(out, "zTXt", comment());
      chunk(out, "IDAT", deflated(2, 1));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] comment() throws IOException {
    ByteArrayOutputStream comment = new ByteArrayOutputStream();
    comment.writeBytes(new byte[] {'a', 0, 0});
    comment.writeBytes(deflated(PART, PARTS));
    return comment.toByteArray();
  }

  /** Zeros. */
  private static byte[] deflated(int length, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] zeros = new byte[length];
    try (OutputStream deflater = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        deflater.write(zeros);
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(ISO_8859_1));
    crc.update(content);
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(content.length);
    data.writeBytes(type);
    data.write(content);
    data.writeInt((int) crc.getValue());
  }
}
