package com.mockhu.dm.bench.wire.socket;

import io.netty.buffer.ByteBuf;

/**
 * The head of a frame from the server (RFC 6455 §5.2).
 *
 * @param size bytes of the head itself
 * @param length bytes of the payload after it
 */
record FrameHeader(int first, int size, long length) {
  private static final int OPCODE = 0x0f;
  private static final int FINAL = 0x80;

  /** Reads without consuming; {@code null} while too little has arrived. */
  static FrameHeader peek(ByteBuf in) {
    int at = in.readerIndex();
    if (in.readableBytes() < 2 || in.readableBytes() < size(in.getUnsignedByte(at + 1))) {
      return null;
    }
    int second = in.getUnsignedByte(at + 1);
    return new FrameHeader(in.getUnsignedByte(at), size(second), length(in, at, second));
  }

  private static int size(int second) {
    return second < 126 ? 2 : second == 126 ? 4 : 10;
  }

  private static long length(ByteBuf in, int at, int second) {
    return second < 126 ? second : second == 126 ? in.getUnsignedShort(at + 2) : in.getLong(at + 2);
  }

  int opcode() {
    return first & OPCODE;
  }

  boolean isFinal() {
    return (first & FINAL) != 0;
  }

  boolean isWhole(ByteBuf in) {
    return in.readableBytes() >= size + length;
  }
}
