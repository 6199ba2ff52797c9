package com.mockhu.dm.file.image;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Finds a block of metadata in a PNG (PNG §5.3) without decoding any pixels. */
final class PngChunks {
  private static final int SIGNATURE = 8;
  private static final int CHECKSUM = 4;

  private PngChunks() {}

  /**
   * The first chunk of the name, of at most {@code longest} bytes; empty where none comes before
   * one of {@code ends}.
   */
  static Optional<byte[]> find(Path file, String name, int longest, Set<String> ends)
      throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(SIGNATURE);
      while (true) {
        int length = in.readInt();
        String found = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        if (length < 0 || ends.contains(found)) {
          return Optional.empty();
        }
        if (found.equals(name) && length <= longest) {
          return Optional.of(in.readNBytes(length));
        }
        in.skipNBytes((long) length + CHECKSUM);
      }
    } catch (EOFException e) {
      return Optional.empty();
    }
  }
}
