package com.mockhu.dm.bench.wire.socket;

/** Fixed-width hexadecimal numbers in byte arrays, without making strings. */
public final class Hex {
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private Hex() {}

  /** The digit of {@code value} that stands {@code place} digits from the right. */
  static byte digit(long value, int place) {
    return DIGITS[(int) (value >>> (place * 4)) & 0xf];
  }

  /** Writes {@code digits} digits at {@code offset}. */
  public static void write(byte[] bytes, int offset, long value, int digits) {
    for (int i = 0; i < digits; i++) {
      bytes[offset + i] = digit(value, digits - 1 - i);
    }
  }

  /** Reads {@code digits} lower-case digits; what isn't one gives a wrong number, not an error. */
  public static long read(byte[] bytes, int offset, int digits) {
    long value = 0;
    for (int i = offset; i < offset + digits; i++) {
      int b = bytes[i];
      value = value << 4 | (b <= '9' ? b - '0' : b - 'a' + 10);
    }
    return value;
  }
}
