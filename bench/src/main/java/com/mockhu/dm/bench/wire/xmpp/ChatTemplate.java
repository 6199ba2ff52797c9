package com.mockhu.dm.bench.wire.xmpp;

import com.mockhu.dm.bench.wire.socket.Hex;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** The chat message of one sender, ready but for the time, which stands in its id and its body. */
public final class ChatTemplate {
  private static final byte[] BODY = Xml.bytes("<body>");
  private static final byte[] ERROR = Xml.bytes("type='error'");

  private final byte[] bytes;
  private final int id;
  private final int body;

  /**
   * @param contentLength characters of the body, as in {@link MessageTemplate}
   */
  public ChatTemplate(String recipient, int contentLength) {
    String text = MessageTemplate.content(contentLength);
    String stamp = text.substring(0, MessageTemplate.STAMP_DIGITS);
    String stanza =
        "<message to='%s' type='chat' id='%s'><body>%s</body></message>"
            .formatted(recipient, stamp, text);
    this.bytes = Xml.bytes(stanza);
    this.id = stanza.indexOf(stamp);
    this.body = stanza.lastIndexOf(stamp);
  }

  ByteBuf stamped(ByteBufAllocator allocator, long time) {
    Hex.write(bytes, id, time, MessageTemplate.STAMP_DIGITS);
    Hex.write(bytes, body, time, MessageTemplate.STAMP_DIGITS);
    return allocator.directBuffer(bytes.length).writeBytes(bytes);
  }

  /** The time in the body of a message that has arrived; -1 when it has none. */
  public static long stamp(byte[] bytes, int from, int to) {
    int at = Xml.find(bytes, from, to, BODY);
    return at < 0 ? -1 : Hex.read(bytes, at + BODY.length, MessageTemplate.STAMP_DIGITS);
  }

  /** Whether a stanza comes back because it could not be delivered or answered. */
  public static boolean isError(byte[] bytes, int from, int to) {
    return Xml.find(bytes, from, to, ERROR) >= 0;
  }
}
