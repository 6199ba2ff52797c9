package com.mockhu.dm.file.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Formats that are recognised by the first bytes of a file. */
public enum Signature {
  JPEG(0, 0xFF, 0xD8, 0xFF),
  PNG(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
  GIF(0, 'G', 'I', 'F', '8'),
  WEBP(8, 'W', 'E', 'B', 'P'),
  PDF(0, '%', 'P', 'D', 'F', '-'),
  OLE(0, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
  ZIP(0, 'P', 'K', 3, 4),
  EMPTY_ZIP(0, 'P', 'K', 5, 6),
  RAR(0, 'R', 'a', 'r', '!', 0x1A, 0x07),
  SEVEN_ZIP(0, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C);

  /** Bytes to read for {@link #of}. */
  public static final int LENGTH = 16;

  private final MagicBytes magic;

  Signature(int offset, int... bytes) {
    this.magic = new MagicBytes(offset, bytes);
  }

  /** Blocking. Empty for text and unknown formats. */
  public static Optional<Signature> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(LENGTH));
    }
  }

  /** {@code head}: the first {@link #LENGTH} bytes of a file. */
  public static Optional<Signature> of(byte[] head) {
    return Arrays.stream(values()).filter(each -> each.isIn(head)).findFirst();
  }

  private boolean isIn(byte[] head) {
    return magic.isIn(head) && (this != WEBP || startsWith(head, "RIFF"));
  }

  private static boolean startsWith(byte[] head, String word) {
    byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
  }

  public boolean isArchive() {
    return this == ZIP || this == RAR || this == SEVEN_ZIP;
  }
}
