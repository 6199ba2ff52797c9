package com.mockhu.dm.feed;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in one account's feed. Opaque to clients, and the same everywhere: in frames, in {@code
 * hello} and in sync (behaviour §8).
 *
 * @param epoch random per account and database, so that a cursor of another is recognized
 * @param seq everything up to here is known
 * @param after while a fresh start is paged: the last conversation given; otherwise null
 */
record Cursor(long epoch, long seq, UUID after) {
  private static final int PLAIN = 2 * Long.BYTES;
  private static final int PAGED = 4 * Long.BYTES;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  static Cursor at(long epoch, long seq) {
    return new Cursor(epoch, seq, null);
  }

  /** Empty for what is no cursor of ours. */
  static Optional<Cursor> parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != PLAIN && bytes.length != PAGED) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long epoch = buffer.getLong();
    long seq = buffer.getLong();
    UUID after = bytes.length == PAGED ? new UUID(buffer.getLong(), buffer.getLong()) : null;
    return Optional.of(new Cursor(epoch, seq, after));
  }

  String text() {
    ByteBuffer buffer = ByteBuffer.allocate(after == null ? PLAIN : PAGED);
    buffer.putLong(epoch).putLong(seq);
    if (after != null) {
      buffer.putLong(after.getMostSignificantBits()).putLong(after.getLeastSignificantBits());
    }
    return ENCODER.encodeToString(buffer.array());
  }
}
