package com.mockhu.dm.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Caches rows of the database for two seconds. A change leaves a mark with its time, and a row
 * whose read began before the mark is not cached: a slow reader cannot bring back a row that a
 * commit of this process has replaced. Absent rows are not cached.
 */
public final class FreshCache<K, V> {
  private static final int LARGEST = 100_000;
  private static final Duration LIFETIME = Duration.ofSeconds(2);

  private final LongSupplier nanos;
  private final LongSupplier readingSince;
  private final Cache<K, Entry<V>> entries =
      Caffeine.newBuilder().maximumSize(LARGEST).expireAfterWrite(LIFETIME).build();

  /** An entry without a value is the mark of a change. */
  private record Entry<V>(V value, long time) {}

  public FreshCache(LongSupplier nanos) {
    this(nanos, nanos);
  }

  /**
   * @param readingSince the time of the state that the next read sees, for readers that may see an
   *     older state
   */
  public FreshCache(LongSupplier nanos, LongSupplier readingSince) {
    this.nanos = nanos;
    this.readingSince = readingSince;
  }

  public Optional<V> find(K key, Function<K, Optional<V>> reader) {
    V kept = kept(key);
    if (kept != null) {
      return Optional.of(kept);
    }
    long start = readingSince.getAsLong();
    Optional<V> read = reader.apply(key);
    read.ifPresent(value -> keep(key, value, start));
    return read;
  }

  public Map<K, V> all(Collection<K> keys, Function<Collection<K>, Map<K, V>> reader) {
    Map<K, V> found = new HashMap<>();
    List<K> missing = new ArrayList<>();
    for (K key : keys) {
      V kept = kept(key);
      if (kept == null) {
        missing.add(key);
      } else {
        found.put(key, kept);
      }
    }
    if (!missing.isEmpty()) {
      found.putAll(read(missing, reader));
    }
    return found;
  }

  /** Call after the commit. */
  public void changed(K key) {
    entries.put(key, new Entry<>(null, nanos.getAsLong()));
  }

  private V kept(K key) {
    Entry<V> entry = entries.getIfPresent(key);
    boolean isFresh = entry != null && nanos.getAsLong() - entry.time < LIFETIME.toNanos();
    return isFresh ? entry.value : null;
  }

  private Map<K, V> read(List<K> keys, Function<Collection<K>, Map<K, V>> reader) {
    long start = readingSince.getAsLong();
    Map<K, V> read = reader.apply(keys);
    read.forEach((key, value) -> keep(key, value, start));
    return read;
  }

  private void keep(K key, V value, long start) {
    Entry<V> entry = new Entry<>(value, start);
    entries.asMap().merge(key, entry, (old, read) -> old.time - start >= 0 ? old : read);
  }
}
