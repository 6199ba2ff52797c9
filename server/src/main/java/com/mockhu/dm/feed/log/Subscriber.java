package com.mockhu.dm.feed.log;

import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * A socket or a waiting request that is offered an account's events. Threads: any; never blocks.
 */
public interface Subscriber {
  UUID userId();

  /**
   * An event was committed; {@code live} is null when it must be read back.
   *
   * @return the executor that will write it, in order; null when it is not written at once
   */
  Executor offer(long seq, UUID subjectId, Frame live);
}
