package com.mockhu.dm.platform.http.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;

/** A connection that speaks HTTP; on its event loop. */
final class OpenConnection {
  private final Channel channel;
  private final ConnectionTimer timer;
  private final ReadProgress progress;

  OpenConnection(Channel channel, ConnectionTimer timer, NetworkBounds bounds) {
    this.channel = channel;
    this.timer = timer;
    this.progress = new ReadProgress(bounds);
  }

  ConnectionTimer timer() {
    return timer;
  }

  /** Bytes of answers that wait for the client. */
  long pendingBytes() {
    ChannelOutboundBuffer buffer = buffer();
    return Math.max(timer.held(), buffer == null ? 0 : buffer.totalPendingWriteBytes());
  }

  /** Looks at it, as is done every second. */
  Verdict look() {
    ChannelOutboundBuffer buffer = buffer();
    return progress.isTooSlow(buffer)
        ? Verdict.ANSWER_UNREAD
        : timer.tick(channel.config().isAutoRead(), ReadProgress.isWaiting(buffer));
  }

  private ChannelOutboundBuffer buffer() {
    return channel.unsafe().outboundBuffer();
  }

  void end(Verdict why) {
    if (why == Verdict.HEAD_LATE && !timer.isSilent()) {
      EarlyResponse.HEAD_LATE.sendAndClose(channel);
      return;
    }
    if (why == Verdict.ANSWER_UNREAD) {
      // What is queued would keep the kernel's memory as long as the client likes.
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    channel.close();
  }
}
