package com.mockhu.dm.group.rule;

import java.time.Duration;
import java.time.Instant;

/** How long and how often a link to a group is good (behaviour §13). */
public final class LinkRule {
  public static final Duration USUAL = Duration.ofDays(7);
  public static final long SHORTEST_SECONDS = 300;
  public static final long LONGEST_SECONDS = 31_536_000;
  public static final int MOST_USES = 10_000;
  public static final int MOST_LIVE = 50;

  private LinkRule() {}

  /** {@code maxUses}: null for any number. */
  public static boolean isLive(int uses, Integer maxUses, Instant expiresAt, Instant now) {
    return now.isBefore(expiresAt) && (maxUses == null || uses < maxUses);
  }
}
