package com.mockhu.dm.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.util.function.LongSupplier;

/** Windows in the memory of this process. */
public final class MemoryWindows implements Windows {
  /** Enough for every active user of a node; beyond it the quietest are forgotten first. */
  private static final int MOST_KEYS = 400_000;

  private final LongSupplier nanos;
  private final Cache<Key, Window> windows =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEYS)
          .expireAfter(Expiry.<Key, Window>accessing((key, window) -> key.limit().window()))
          .build();

  public MemoryWindows(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Taken take(Key key, int quota) {
    return windows.get(key, each -> new Window(each.limit().window().toNanos(), nanos)).take(quota);
  }

  @Override
  public Usage usage(Key key, int quota) {
    Window window = windows.getIfPresent(key);
    return window == null ? new Usage(quota, 0) : window.usage(quota);
  }

  @Override
  public long size() {
    return windows.estimatedSize();
  }
}
