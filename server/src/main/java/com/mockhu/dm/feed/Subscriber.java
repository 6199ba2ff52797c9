package com.mockhu.dm.feed;

import java.util.UUID;

/** Somebody waiting for what is new in one account's feed. Threads: any; never blocks. */
interface Subscriber {
  UUID userId();

  /** An event was committed; {@code live} is null when it must be read back. */
  void offer(long seq, UUID subjectId, Frame live);
}
