package com.mockhu.dm.file.check;

import com.mockhu.dm.file.format.TextEncoding;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks plain text. Its content may be a script or a page: it is served as a text to save, which
 * no browser runs (behaviour §9).
 */
final class TextCheck {
  private TextCheck() {}

  static void text(Path file) throws IOException {
    read(file, character -> {});
  }

  /** RFC 4180: a quoted field must end. */
  static void csv(Path file) throws IOException {
    Quotes quotes = new Quotes();
    read(file, quotes);
    if (quotes.isInside) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private interface Characters {
    void take(char character);
  }

  private static final class Quotes implements Characters {
    private boolean isInside;
    private boolean isAtStart = true;

    @Override
    public void take(char character) {
      if (character == '"' && (isInside || isAtStart)) {
        // A doubled quote closes and opens the field again.
        isInside = !isInside;
        isAtStart = !isInside;
      } else {
        isAtStart =
            !isInside && (character == ',' || character == ';' || character == '\t')
                || !isInside && (character == '\n' || character == '\r');
      }
    }
  }

  private static void read(Path file, Characters characters) throws IOException {
    // Older text has a one-byte encoding; control characters are the same in all of them.
    Charset charset =
        TextEncoding.isWide(file) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset)) {
      char[] chunk = new char[8192];
      for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
        for (int i = 0; i < count; i++) {
          requireText(chunk[i]);
          characters.take(chunk[i]);
        }
      }
    }
  }

  private static void requireText(char character) {
    boolean isControl = character < ' ' && "\t\n\r\f\u000B\u001B".indexOf(character) < 0;
    if (isControl || character == 0x7F) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
  }
}
