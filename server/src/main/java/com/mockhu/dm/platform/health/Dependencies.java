package com.mockhu.dm.platform.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that the server needs. */
public final class Dependencies {
  private final List<CachedCheck> all = new CopyOnWriteArrayList<>();

  /**
   * How they are.
   *
   * @param isReady whether all essential ones are there
   * @param isWhole whether all are there
   * @param checks a word by name: {@code ok}, or what is wrong
   */
  public record State(boolean isReady, boolean isWhole, Map<String, String> checks) {}

  public void add(Dependency dependency) {
    all.add(new CachedCheck(dependency));
  }

  public List<String> names() {
    return all.stream().map(watch -> watch.dependency().name()).toList();
  }

  /** Blocking, for some seconds at most. */
  public State state() {
    // All at once: several that hang must not add up to more than one that does.
    all.forEach(CachedCheck::look);
    boolean isReady = true;
    boolean isWhole = true;
    Map<String, String> checks = new LinkedHashMap<>();
    for (CachedCheck watch : all) {
      String word = watch.word();
      boolean isUp = word.equals(Dependency.OK);
      isReady &= isUp || !watch.dependency().isEssential();
      isWhole &= isUp;
      checks.put(watch.dependency().name(), word);
    }
    return new State(isReady, isWhole, checks);
  }

  /** As {@link #state}, without a look at what is not essential. */
  public boolean isReady() {
    return all.stream().filter(w -> w.dependency().isEssential()).allMatch(CachedCheck::isUp);
  }
}
