package com.mockhu.dm.socket.transport;

import com.mockhu.dm.platform.json.Utf8;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/** A text message that comes in several frames (RFC 6455 §5.4), bounded in bytes and in frames. */
final class FragmentBuffer {
  /** In bytes (behaviour §11). */
  static final int LARGEST = 1024 * 1024;

  /** Frames may be empty, so their number needs a bound of its own. */
  private static final int MOST_PARTS = 4_096;

  private final ByteBuf whole = Unpooled.buffer();
  private int parts;

  /** False when it has become too large. */
  boolean add(ByteBuf part) {
    parts++;
    if (parts > MOST_PARTS || whole.readableBytes() + part.readableBytes() > LARGEST) {
      return false;
    }
    whole.writeBytes(part, part.readerIndex(), part.readableBytes());
    return true;
  }

  ByteBuf whole() {
    return whole;
  }

  /** Empty for what is not UTF-8. */
  static Optional<String> text(ByteBuf content) {
    byte[] bytes = new byte[content.readableBytes()];
    content.getBytes(content.readerIndex(), bytes);
    return Utf8.text(bytes);
  }
}
