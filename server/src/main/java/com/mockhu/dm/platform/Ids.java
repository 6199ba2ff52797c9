package com.mockhu.dm.platform;

import com.mockhu.dm.platform.error.ApiException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of the product: UUID version 7 (RFC 9562 §5.7), which sort by the millisecond of making. */
public final class Ids {
  private static final int LENGTH = 36;

  private Ids() {}

  /** Unique, not unguessable: nothing may be opened by knowing an id alone. */
  public static UUID next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /**
   * Parses a UUID from outside; {@code name} stands in the message of the {@code invalid_request}.
   */
  public static UUID parse(String text, String name) {
    // UUID.fromString takes "1-1-1-1-1", which no client ever meant.
    if (text != null && text.length() == LENGTH) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw notUuid(name);
      }
    }
    throw notUuid(name);
  }

  private static ApiException notUuid(String name) {
    return ApiException.invalid(name + " must be a UUID.");
  }
}
