package com.mockhu.dm.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The blocks that stand between one person and some others.
 *
 * @param blocked those whom the person blocks
 * @param blockers those who block the person
 * @param since when the blocks of each began, whoever made them
 */
public record BlocksAround(Set<UUID> blocked, Set<UUID> blockers, Map<UUID, Instant> since) {
  public static final BlocksAround NONE = new BlocksAround(Set.of(), Set.of(), Map.of());

  /** Whether a block stood between the two at that time, and still does. */
  public boolean stoodAt(UUID other, Instant time) {
    Instant begun = since.get(other);
    return begun != null && !time.isBefore(begun);
  }
}
