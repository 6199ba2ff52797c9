package com.mockhu.dm.bench.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Finds where a string field's value starts in compact JSON, without parsing it.
 *
 * <p>Frames of one kind look alike, so the place of the last find is tried first. Not thread-safe:
 * one per event loop. A name that also occurs deeper is found at its first occurrence.
 */
public final class FieldScanner {
  private final byte[] key;
  private int lastFind;

  public FieldScanner(String name) {
    this.key = ("\"" + name + "\":\"").getBytes(US_ASCII);
  }

  /** The offset of the value's first character, or -1 when there is no such string field. */
  public int find(byte[] bytes, int length) {
    if (!standsAt(bytes, lastFind, length)) {
      int found = search(bytes, length);
      if (found < 0) {
        return -1;
      }
      lastFind = found;
    }
    return lastFind + key.length;
  }

  private int search(byte[] bytes, int length) {
    for (int at = 0; at <= length - key.length; at++) {
      if (bytes[at] == '"' && standsAt(bytes, at, length)) {
        return at;
      }
    }
    return -1;
  }

  private boolean standsAt(byte[] bytes, int at, int length) {
    return at + key.length <= length
        && Arrays.equals(bytes, at, at + key.length, key, 0, key.length);
  }
}
