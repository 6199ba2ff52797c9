package com.mockhu.dm.bench.wire.socket;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The bytes of one client frame (RFC 6455 §5.2), kept to be changed and sent again.
 *
 * <p>The mask is drawn once per frame object and not per sending: masking protects proxies, of
 * which there are none here, and the server unmasks at the same cost either way.
 */
final class MaskedFrame {
  static final int TEXT = 0x1;
  static final int PONG = 0xA;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private final byte[] bytes;
  private final byte[] mask = new byte[4];
  private final int payloadStart;

  MaskedFrame(int opcode, byte[] payload) {
    ThreadLocalRandom.current().nextBytes(mask);
    byte[] header = header(opcode, payload.length);
    this.payloadStart = header.length + mask.length;
    this.bytes = ByteBuffer.allocate(payloadStart + payload.length).put(header).put(mask).array();
    for (int i = 0; i < payload.length; i++) {
      put(i, payload[i]);
    }
  }

  private static byte[] header(int opcode, int length) {
    byte first = (byte) (FINAL | opcode);
    if (length < 126) {
      return new byte[] {first, (byte) (MASKED | length)};
    }
    if (length > 0xffff) {
      throw new IllegalArgumentException("A frame of the generator holds at most 65,535 bytes");
    }
    return new byte[] {first, (byte) (MASKED | 126), (byte) (length >> 8), (byte) length};
  }

  void put(int offset, byte value) {
    bytes[payloadStart + offset] = (byte) (value ^ mask[offset & 3]);
  }

  void putHex(int offset, long value, int digits) {
    for (int i = 0; i < digits; i++) {
      put(offset + i, Hex.digit(value, digits - 1 - i));
    }
  }

  byte[] bytes() {
    return bytes;
  }
}
