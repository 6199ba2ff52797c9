package com.mockhu.dm.feed;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;

/** Ends a TCP connection at once, without waiting for what is queued on it. */
final class Cutting {
  private Cutting() {}

  static void cut(Channel channel) {
    // A lingering close would still wait for a reader who does not read.
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }
}
