package com.mockhu.dm.file.type;

import java.util.Arrays;

/** Bytes at a fixed place by which a file format is recognised. */
public final class MagicBytes {
  private final int offset;
  private final byte[] bytes;

  /** {@code bytes} from 0 to 255. */
  public MagicBytes(int offset, int... bytes) {
    this.offset = offset;
    this.bytes = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      this.bytes[i] = (byte) bytes[i];
    }
  }

  /** {@code head}: the first bytes of a file. */
  public boolean isIn(byte[] head) {
    int end = offset + bytes.length;
    return head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
  }
}
