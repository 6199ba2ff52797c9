package com.mockhu.dm.bench.wire.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

/** An open WebSocket. Writing belongs to its event loop. */
public final class Socket {
  private final Channel channel;

  Socket(Channel channel) {
    this.channel = channel;
  }

  public EventLoop loop() {
    return channel.eventLoop();
  }

  public boolean isOpen() {
    return channel.isActive();
  }

  ByteBufAllocator allocator() {
    return channel.alloc();
  }

  /** Queues a message; what is queued while frames are being read leaves in one write after. */
  public void send(MessageTemplate template, long stamp, int number) {
    channel.write(template.stamped(allocator(), stamp, number), channel.voidPromise());
  }

  /** Sends any frame at once, from any thread; for scenes where its cost does not matter. */
  public void say(String json) {
    byte[] bytes = new MaskedFrame(MaskedFrame.TEXT, json.getBytes(UTF_8)).bytes();
    channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
  }

  /** Queues a frame that is made for this one time: for what isn't sent in masses. */
  public void send(String text) {
    byte[] frame = new MaskedFrame(MaskedFrame.TEXT, text.getBytes(UTF_8)).bytes();
    channel.write(Unpooled.wrappedBuffer(frame), channel.voidPromise());
  }

  /** Sends what is queued; needed only outside the reading of frames. */
  public void flush() {
    channel.flush();
  }

  /** From now on nothing is read from the line. */
  public void stopHearing() {
    channel.config().setAutoRead(false);
  }

  public void hear() {
    channel.config().setAutoRead(true);
  }

  public void close() {
    channel.close();
  }
}
