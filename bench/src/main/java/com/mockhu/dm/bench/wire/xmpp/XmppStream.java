package com.mockhu.dm.bench.wire.xmpp;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/** A stream that is signed in. Writing belongs to its event loop. */
public final class XmppStream {
  private final Channel channel;

  XmppStream(Channel channel) {
    this.channel = channel;
  }

  public boolean isOpen() {
    return channel.isActive();
  }

  /** Queues a message. */
  public void send(ChatTemplate template, long stamp) {
    channel.write(template.stamped(channel.alloc(), stamp), channel.voidPromise());
  }

  /** Queues a stanza that is ready. */
  public void send(byte[] stanza) {
    channel.write(Unpooled.wrappedBuffer(stanza), channel.voidPromise());
  }

  public void flush() {
    channel.flush();
  }

  public void close() {
    channel.close();
  }
}
