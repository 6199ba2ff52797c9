package com.mockhu.dm.platform.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text from outside, which is UTF-8 or nothing. */
public final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** Empty for bytes that are not UTF-8. */
  public static Optional<String> text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // Decoding puts this character in the place of what it cannot read: rare enough to look twice.
    boolean isSuspect = text.indexOf(REPLACEMENT) >= 0;
    return isSuspect && !isWellFormed(bytes) ? Optional.empty() : Optional.of(text);
  }

  private static boolean isWellFormed(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
