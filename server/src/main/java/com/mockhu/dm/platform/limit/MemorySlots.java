package com.mockhu.dm.platform.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts in the memory of this process. */
final class MemorySlots implements Slots {
  private final ConcurrentHashMap<Key, Integer> taken = new ConcurrentHashMap<>();

  private record Key(String name, Object subject) {}

  @Override
  public boolean take(String name, Object subject, int most) {
    AtomicBoolean isTaken = new AtomicBoolean();
    taken.compute(
        new Key(name, subject),
        (key, count) -> {
          int before = count == null ? 0 : count;
          isTaken.set(before < most);
          return before < most ? Integer.valueOf(before + 1) : count;
        });
    return isTaken.get();
  }

  @Override
  public void giveBack(String name, Object subject) {
    taken.computeIfPresent(
        new Key(name, subject), (key, count) -> count == 1 ? null : Integer.valueOf(count - 1));
  }
}
