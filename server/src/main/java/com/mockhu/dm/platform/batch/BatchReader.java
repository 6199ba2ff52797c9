package com.mockhu.dm.platform.batch;

import com.mockhu.dm.platform.database.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Combines lookups that arrive at the same time into one statement. A single caller reads at once;
 * of ten thousand callers, each read answers all that wait. Waiting is unbounded here, in place of
 * waiting for a connection, so that other work finds connections free.
 *
 * <p>Threads: virtual ones, never inside other work on the database: a thread that holds a
 * connection must not wait for one that needs a connection.
 */
public final class BatchReader<K, V> {
  private static final int MOST_AT_ONCE = 2;

  private final int largest;
  private final Function<Collection<K>, Map<K, V>> reader;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
  private final Queue<Asked<K, V>> waiting = new ConcurrentLinkedQueue<>();

  private record Asked<K, V>(K key, CompletableFuture<Optional<V>> answer) {}

  /** {@code reader} finds up to {@code largest} keys and leaves out what is not there. */
  public BatchReader(int largest, Function<Collection<K>, Map<K, V>> reader) {
    this.largest = largest;
    this.reader = reader;
  }

  /** Throws what the reader throws. */
  public Optional<V> find(K key) {
    Database.requireNoConnection("Waiting for a batch");
    Asked<K, V> mine = new Asked<>(key, new CompletableFuture<>());
    waiting.add(mine);
    places.acquireUninterruptibly();
    try {
      if (!mine.answer.isDone()) {
        answer(taken());
      }
    } finally {
      places.release();
    }
    return outcome(mine);
  }

  private List<Asked<K, V>> taken() {
    List<Asked<K, V>> taken = new ArrayList<>();
    Asked<K, V> next = waiting.poll();
    while (next != null) {
      taken.add(next);
      next = taken.size() < largest ? waiting.poll() : null;
    }
    return taken;
  }

  /** None, when another one has taken mine along already and is reading. */
  private void answer(List<Asked<K, V>> some) {
    if (some.isEmpty()) {
      return;
    }
    try {
      Map<K, V> found = reader.apply(some.stream().map(Asked::key).collect(Collectors.toSet()));
      some.forEach(asked -> asked.answer.complete(Optional.ofNullable(found.get(asked.key))));
    } catch (RuntimeException | Error e) {
      some.forEach(asked -> asked.answer.completeExceptionally(e));
    }
  }

  private static <K, V> Optional<V> outcome(Asked<K, V> asked) {
    try {
      return asked.answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw e;
    }
  }
}
