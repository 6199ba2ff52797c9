package com.mockhu.dm.file.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Detects the encoding of a text from its bytes. */
public final class TextEncoding {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** In Western languages at most every second letter has an accent, even in very short texts. */
  private static final int WESTERN_SHARE = 2;

  private TextEncoding() {}

  /**
   * UTF-16 by its byte order mark, UTF-8 by every byte, else Windows-1252 where most letters are
   * plain ones. Empty for other text: the program of the reader guesses better.
   */
  public static Optional<Charset> of(Path file) throws IOException {
    if (isWide(file)) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    if (isUtf8(file)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return isWestern(file) ? Optional.of(WESTERN) : Optional.empty();
  }

  public static boolean isWide(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int first = in.read();
      int second = in.read();
      return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
    }
  }

  private static boolean isUtf8(Path file) throws IOException {
    char[] chunk = new char[8192];
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      while (reader.read(chunk) >= 0) {
        // Only success matters.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isWestern(Path file) throws IOException {
    long plain = 0;
    long others = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int one = in.read(); one >= 0; one = in.read()) {
        plain += one < 0x80 && Character.isLetter(one) ? 1 : 0;
        others += one >= 0x80 ? 1 : 0;
      }
    }
    return others * WESTERN_SHARE <= plain + others;
  }
}
