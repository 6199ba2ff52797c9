package com.mockhu.dm.feed;

import io.netty.channel.EventLoop;
import java.util.UUID;

/** Somebody waiting for what is new in one account's feed. Threads: any; never blocks. */
interface Subscriber {
  UUID userId();

  /**
   * An event was committed; {@code live} is null when it must be read back.
   *
   * @return the event loop that will write it; null when it is not written at once
   */
  EventLoop offer(long seq, UUID subjectId, Frame live);
}
