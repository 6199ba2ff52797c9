package com.mockhu.dm.feed.log;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in one account's feed. Opaque to clients, and the same everywhere: in frames, in {@code
 * hello} and in sync (behaviour §8).
 *
 * @param epoch random per account and database, so that a cursor of another one is recognised
 * @param seq everything up to here is known
 * @param after during a fresh start in pages: the last conversation returned; otherwise null
 */
public record Cursor(long epoch, long seq, UUID after) {
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{16})\\.([0-9]{1,18})(?:\\.([0-9a-f-]{36}))?");

  public static Cursor at(long epoch, long seq) {
    return new Cursor(epoch, seq, null);
  }

  /** Empty for text that is not a valid cursor. */
  public static Optional<Cursor> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long epoch = Long.parseUnsignedLong(form.group(1), 16);
    long seq = Long.parseLong(form.group(2));
    try {
      UUID after = form.group(3) == null ? null : UUID.fromString(form.group(3));
      return Optional.of(new Cursor(epoch, seq, after));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String prefix(long epoch) {
    return HexFormat.of().toHexDigits(epoch) + '.';
  }

  public String text() {
    return prefix(epoch) + seq + (after == null ? "" : "." + after);
  }
}
