package com.mockhu.dm.socket.transport;

import com.mockhu.dm.platform.error.ErrorCode;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The writing side of a socket. Bounds its memory by closing a reader that does not keep up.
 *
 * <p>Frames wait here until the event loop runs, which writes them together. The list does not
 * exist while it is empty, to save memory in idle sockets.
 */
public final class OutboundQueue {
  /** Most bytes of the feed that wait for one reader; later events are read from the database. */
  private static final int MOST_WAITING = 512 * 1024;

  /** Replies may exceed MOST_WAITING, up to this many bytes. */
  private static final int MOST_OWED = 4 * MOST_WAITING;

  /** A reader that accepts nothing for this long is disconnected, or an attacker. */
  private static final long LONGEST_STALL_MILLIS = 10_000;

  private static final long FAREWELL_MILLIS = 2_000;
  private static final WriteBufferWaterMark MARKS =
      new WriteBufferWaterMark(MOST_WAITING / 2, MOST_WAITING);

  private final Channel channel;
  private final SocketMeters meters;
  private List<WebSocketFrame> waiting;
  private int waitingBytes;
  private volatile boolean isClosed;

  public OutboundQueue(Channel channel, SocketMeters meters) {
    this.channel = channel;
    this.meters = meters;
    channel.config().setWriteBufferWaterMark(MARKS);
  }

  public void write(String text) {
    send(new TextWebSocketFrame(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Counts a frame that is answered with an error. */
  public void failed(ErrorCode code) {
    meters.failed(code);
  }

  public void resumed(boolean isPossible) {
    meters.resumed(isPossible);
  }

  public EventLoop eventLoop() {
    return channel.eventLoop();
  }

  public void ping() {
    send(new PingWebSocketFrame());
  }

  /** Releases the frame when it is written. */
  void answer(PongWebSocketFrame pong) {
    send(pong);
  }

  private void send(WebSocketFrame frame) {
    if (owed() > MOST_OWED) {
      ReferenceCountUtil.release(frame);
      close(CloseCode.SLOW_READER);
    } else {
      putUnlessClosed(frame);
    }
  }

  private synchronized void putUnlessClosed(WebSocketFrame frame) {
    if (isClosed) {
      ReferenceCountUtil.release(frame);
    } else {
      put(frame);
    }
  }

  private synchronized void put(WebSocketFrame frame) {
    waitingBytes += frame.content().readableBytes();
    if (waiting == null) {
      waiting = new ArrayList<>(2);
      channel.eventLoop().execute(this::drain);
    }
    waiting.add(frame);
  }

  private void drain() {
    for (WebSocketFrame frame : taken()) {
      channel.write(frame, channel.voidPromise());
    }
    channel.flush();
  }

  private synchronized List<WebSocketFrame> taken() {
    List<WebSocketFrame> taken = waiting;
    waiting = null;
    waitingBytes = 0;
    return taken;
  }

  private long owed() {
    return waitingBytesNow() + (channel.isWritable() ? 0 : channel.bytesBeforeWritable());
  }

  /** All bytes that wait for this reader. */
  public long waitingBytes() {
    ChannelOutboundBuffer sending = channel.unsafe().outboundBuffer();
    return waitingBytesNow() + (sending == null ? 0 : sending.totalPendingWriteBytes());
  }

  private synchronized int waitingBytesNow() {
    return waitingBytes;
  }

  public boolean isFull() {
    return !isClosed && (!channel.isWritable() || waitingBytesNow() > MOST_WAITING);
  }

  /** Waits until a slow reader has room; closes it after 10 seconds. False when it is closed. */
  public boolean hasRoom() {
    if (!isClosed && isFull() && !awaitRoom()) {
      close(CloseCode.SLOW_READER);
    }
    return !isClosed;
  }

  private synchronized boolean awaitRoom() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_STALL_MILLIS);
    try {
      for (long left = end - System.nanoTime(); isFull() && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !isFull();
  }

  /** The channel is writable again; on the event loop. */
  synchronized void drained() {
    notifyAll();
  }

  /**
   * The close frame waits behind other frames, and a reader that never reads would keep the
   * connection open. So it is aborted 2 seconds later.
   */
  public void close(CloseCode code) {
    if (end()) {
      meters.closed(code);
      put(new CloseWebSocketFrame(code.number(), code.reason()));
      channel.eventLoop().schedule(this::abort, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Ends the TCP connection at once, without waiting for what is queued on it. */
  private void abort() {
    // A lingering close would still wait for a reader who does not read.
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }

  /** The client sent a close frame, of its own or as the reply to ours. */
  void closedByPeer(CloseWebSocketFrame farewell) {
    if (end()) {
      meters.left();
      channel.writeAndFlush(farewell.retain());
    }
    channel.close();
  }

  /** The connection is closed. */
  void gone() {
    if (end()) {
      meters.lost();
    }
  }

  /** True the first time. */
  private synchronized boolean end() {
    boolean isFirst = !isClosed;
    isClosed = true;
    notifyAll();
    return isFirst;
  }

  public boolean isClosed() {
    return isClosed;
  }

  /** Stops or resumes reading from the client. */
  void read(boolean isWanted) {
    channel.config().setAutoRead(isWanted);
  }
}
