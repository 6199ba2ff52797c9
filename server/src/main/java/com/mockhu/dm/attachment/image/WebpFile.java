package com.mockhu.dm.attachment.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * Copies a WebP chunk by chunk (RFC 9649 §2.7), without metadata. Frames stay as they are: there is
 * no encoder for them in Java.
 */
final class WebpFile {
  private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");
  private static final int HEADER = 12;

  /** Bits of VP8X that promise a colour profile, Exif and XMP. */
  private static final int METADATA = 0x20 | 0x08 | 0x04;

  private WebpFile() {}

  static void copy(Path from, Path to) throws IOException {
    try (var in = new RandomAccessFile(from.toFile(), "r");
        var out = new RandomAccessFile(to.toFile(), "rw")) {
      long end = Math.min(in.length(), size(in, 4) + 8);
      out.write("RIFF0000WEBP".getBytes(StandardCharsets.US_ASCII));
      for (long at = HEADER; at + 8 <= end; ) {
        long length = size(in, at + 4);
        long whole = 8 + length + (length & 1);
        copyChunk(in, out, at, whole, length);
        at += whole;
      }
      long size = out.length() - 8;
      out.seek(4);
      out.writeInt(Integer.reverseBytes((int) size));
    }
  }

  private static void copyChunk(
      RandomAccessFile in, RandomAccessFile out, long at, long whole, long length)
      throws IOException {
    in.seek(at);
    byte[] name = new byte[4];
    in.readFully(name);
    String type = new String(name, StandardCharsets.US_ASCII);
    if (at + 8 + length > in.length()) {
      throw new IOException("A chunk beyond the end");
    }
    if (PIXELS.contains(type)) {
      in.seek(at);
      byte[] chunk = new byte[(int) whole];
      in.readFully(chunk, 0, (int) (8 + length));
      if (type.equals("VP8X")) {
        chunk[8] &= ~METADATA;
      }
      out.write(chunk);
    }
  }

  private static long size(RandomAccessFile in, long at) throws IOException {
    in.seek(at);
    return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
  }
}
