package com.mockhu.dm.platform.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that the server needs. */
public final class Dependencies {
  private final List<Watch> all = new CopyOnWriteArrayList<>();

  /**
   * How they are.
   *
   * @param isReady whether all essential ones are there
   * @param isWhole whether all are there
   * @param checks {@code ok} or {@code down} by name
   */
  public record State(boolean isReady, boolean isWhole, Map<String, String> checks) {}

  public void add(Dependency dependency) {
    all.add(new Watch(dependency));
  }

  /** Blocking, for some seconds at most. */
  public State state() {
    boolean isReady = true;
    Map<String, String> checks = new LinkedHashMap<>();
    for (Watch watch : all) {
      boolean isUp = watch.isUp();
      isReady &= isUp || !watch.dependency().isEssential();
      checks.put(watch.dependency().name(), isUp ? "ok" : "down");
    }
    return new State(isReady, !checks.containsValue("down"), checks);
  }

  /** As {@link #state}, without a look at what is not essential. */
  public boolean isReady() {
    return all.stream().filter(w -> w.dependency().isEssential()).allMatch(Watch::isUp);
  }
}
