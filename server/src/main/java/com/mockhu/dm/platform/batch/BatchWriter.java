package com.mockhu.dm.platform.batch;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.LogThrottle;
import com.mockhu.dm.platform.metric.Meters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: one thread takes all waiting commands and stores them in one transaction. It uses
 * no timer: an idle writer stores a single command at once, a busy one finds a batch waiting.
 *
 * @param <C> a command
 * @param <R> its result
 */
public final class BatchWriter<C, R> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
  private static final long RETRY_SECONDS = 1;

  /** Longest wait of a command for a store that does not return. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(4_500);

  private static final long WATCH_MILLIS = 250;

  private final BlockingQueue<Pending<C, R>> queue;
  private final Bound<C> bound;
  private final Store<C, R> store;
  private final Pending<C, R> end = new Pending<>(null, new CompletableFuture<>(), 0);
  private final String name;
  private final BatchMeters meters;
  private final LogThrottle<String> throttle = new LogThrottle<>();
  private final Thread thread;
  private volatile List<Pending<C, R>> storing = List.of();
  private volatile boolean closed;

  /** Stores a batch; the results are in the order of the commands. */
  @FunctionalInterface
  public interface Store<C, R> {
    /** Throws when nothing of the batch was stored, or when that is unknown. */
    List<R> all(List<C> commands);
  }

  private record Pending<C, R>(C command, CompletableFuture<R> result, long since) {}

  /**
   * How much one transaction takes; a single command is always taken.
   *
   * @param largest most commands
   * @param heaviest most that their weights may add up to
   * @param weight null where only their number counts
   */
  public record Bound<C>(int largest, int heaviest, ToIntFunction<C> weight) {}

  /**
   * @param largest most commands in one transaction
   * @param capacity most commands waiting; beyond it {@link #submit} refuses
   */
  public BatchWriter(String name, int largest, int capacity, Store<C, R> store) {
    this(name, new Bound<>(largest, largest, null), capacity, store);
  }

  public BatchWriter(String name, Bound<C> bound, int capacity, Store<C, R> store) {
    this.name = name;
    this.meters = new BatchMeters(name);
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.bound = bound;
    this.store = store;
    // A platform thread: it never idles under load, and must not wait for a carrier.
    this.thread = Thread.ofPlatform().name(name).daemon(true).start(this::run);
    Thread.ofVirtual().name(name + "-watch").start(this::watch);
  }

  /** Its counts, under its name. */
  public void addMeters(Meters all) {
    meters.addTo(all, queue::size);
  }

  /** The future completes on the writer's thread, which callbacks must not hold up. */
  public CompletableFuture<R> submit(C command) {
    Pending<C, R> pending = new Pending<>(command, new CompletableFuture<>(), System.nanoTime());
    // Checked again after the offer: a command that raced with close() may be behind the end mark.
    if (closed || !queue.offer(pending) || closed && queue.remove(pending)) {
      refused();
      pending.result.completeExceptionally(busy());
    }
    return pending.result;
  }

  private void refused() {
    meters.refused();
    if (throttle.allows(name)) {
      LOG.warn(
          "{} refuses commands with 503: its queue is full, or the database slow or away", name);
    }
  }

  private static ApiException busy() {
    return ApiException.retryLater(
        ErrorCode.UNAVAILABLE, "The server is busy; try again soon.", RETRY_SECONDS);
  }

  private void run() {
    List<Pending<C, R>> batch = new ArrayList<>(bound.largest);
    boolean isLast = false;
    while (!isLast) {
      batch.add(next());
      fill(batch);
      isLast = batch.contains(end);
      // A command that was already refused must not be stored.
      batch.removeIf(pending -> pending == end || pending.result.isDone());
      if (!batch.isEmpty()) {
        storeAll(List.copyOf(batch));
      }
      batch.clear();
    }
  }

  private void fill(List<Pending<C, R>> batch) {
    if (bound.weight == null) {
      queue.drainTo(batch, bound.largest - 1);
      return;
    }
    int weight = weight(batch.getFirst());
    Pending<C, R> next = queue.peek();
    // A stop may take commands out at any time: what is polled need not be what was looked at.
    while (next != null && batch.size() < bound.largest) {
      weight += weight(next);
      next = weight > bound.heaviest ? null : queue.poll();
      if (next != null) {
        batch.add(next);
        next = queue.peek();
      }
    }
  }

  private int weight(Pending<C, R> pending) {
    return pending == end ? 0 : bound.weight.applyAsInt(pending.command);
  }

  private void storeAll(List<Pending<C, R>> batch) {
    storing = batch;
    Throwable hopeless = store(batch);
    storing = List.of();
    if (hopeless != null) {
      refuseWaiting(hopeless);
    }
  }

  private void watch() {
    while (!closed) {
      refuseOld(storing);
      refuseOld(queue);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WATCH_MILLIS));
    }
  }

  private void refuseOld(Iterable<Pending<C, R>> oldestFirst) {
    long now = System.nanoTime();
    for (Pending<C, R> pending : oldestFirst) {
      if (pending == end || now - pending.since < PATIENCE_NANOS) {
        return;
      }
      if (pending.result.completeExceptionally(busy())) {
        refused();
      }
    }
  }

  private Pending<C, R> next() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        // Only close() ends this thread; an interrupt must not drop what is waiting.
        continue;
      }
    }
  }

  /** What makes going on hopeless; null when there is nothing of the kind. */
  private Throwable store(List<Pending<C, R>> batch) {
    long begun = System.nanoTime();
    try {
      List<R> results = store.all(batch.stream().map(Pending::command).toList());
      long ended = System.nanoTime();
      meters.stored(results.size(), begun, ended);
      for (int i = 0; i < results.size(); i++) {
        meters.answered(batch.get(i).since, ended);
        batch.get(i).result.complete(results.get(i));
      }
      return null;
    } catch (RuntimeException | Error e) {
      return isHopeless(e) || batch.size() == 1 ? fail(batch, e) : halve(batch);
    }
  }

  /** One poisonous command must not fail its neighbours: halve until it stands alone. */
  private Throwable halve(List<Pending<C, R>> batch) {
    int middle = batch.size() / 2;
    Throwable hopeless = store(batch.subList(0, middle));
    List<Pending<C, R>> rest = batch.subList(middle, batch.size());
    return hopeless == null ? store(rest) : fail(rest, hopeless);
  }

  private Throwable fail(List<Pending<C, R>> batch, Throwable failure) {
    boolean isHopeless = isHopeless(failure);
    batch.forEach(pending -> fail(pending, failure, isHopeless));
    return isHopeless ? failure : null;
  }

  private void fail(Pending<C, R> pending, Throwable failure, boolean isRefusal) {
    if (pending.result.completeExceptionally(failure) && isRefusal) {
      refused();
    }
  }

  /** Those who waited behind a hopeless batch must not wait out another time-out each. */
  private void refuseWaiting(Throwable failure) {
    List<Pending<C, R>> behind = new ArrayList<>();
    queue.drainTo(behind);
    for (Pending<C, R> pending : behind) {
      if (pending == end) {
        queue.add(end);
      } else {
        fail(pending, failure, true);
      }
    }
  }

  /** With the database away each half would only wait out the same time-out again. */
  private static boolean isHopeless(Throwable failure) {
    return failure instanceof ApiException known && known.code() == ErrorCode.UNAVAILABLE;
  }

  /** Refuses new commands, stores what is waiting, and returns when all is done. */
  @Override
  public void close() {
    closed = true;
    try {
      queue.put(end);
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
