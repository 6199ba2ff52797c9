package com.mockhu.dm.bench.wire.xmpp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * As much of XML as the two servers write: they escape every {@code >} in texts and attributes, and
 * send neither comments nor CDATA (RFC 6120 §11.1 forbids the former).
 */
public final class Xml {
  private static final byte[] STREAM = bytes("<stream:stream");

  private Xml() {}

  /** A text to look for. */
  public static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  /**
   * Where the element that begins at {@code from} ends, or -1 while it isn't whole. The opening tag
   * of the stream, which lasts as long as the stream, counts as an element of its own.
   */
  static int end(byte[] bytes, int from, int to) {
    int depth = 0;
    int at = indexOf(bytes, from, to, '<');
    while (at >= 0) {
      int close = indexOf(bytes, at, to, '>');
      if (close < 0) {
        return -1;
      }
      depth += change(bytes, at, close);
      if (depth <= 0) {
        return close + 1;
      }
      at = indexOf(bytes, close, to, '<');
    }
    return -1;
  }

  /** By how much the tag from {@code open} to {@code close} goes deeper. */
  private static int change(byte[] bytes, int open, int close) {
    if (bytes[open + 1] == '/') {
      return -1;
    }
    boolean isWhole = bytes[close - 1] == '/' || bytes[open + 1] == '?';
    return isWhole || startsWith(bytes, open, close, STREAM) ? 0 : 1;
  }

  public static boolean startsWith(byte[] bytes, int from, int to, byte[] text) {
    return from + text.length <= to
        && Arrays.equals(bytes, from, from + text.length, text, 0, text.length);
  }

  /** Where {@code text} begins, or -1. */
  public static int find(byte[] bytes, int from, int to, byte[] text) {
    int at = indexOf(bytes, from, to, text[0]);
    while (at >= 0 && !startsWith(bytes, at, to, text)) {
      at = indexOf(bytes, at + 1, to, text[0]);
    }
    return at;
  }

  private static int indexOf(byte[] bytes, int from, int to, int wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
