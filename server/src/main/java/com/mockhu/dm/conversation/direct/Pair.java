package com.mockhu.dm.conversation.direct;

import com.mockhu.dm.feed.log.FeedBatch;
import java.util.UUID;

/** Two people in the order in which the database keeps them, so that a pair has one row. */
public record Pair(UUID first, UUID second) {

  public static Pair of(UUID one, UUID other) {
    return FeedBatch.LOCK_ORDER.compare(one, other) < 0
        ? new Pair(one, other)
        : new Pair(other, one);
  }
}
