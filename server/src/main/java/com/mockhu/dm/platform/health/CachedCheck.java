package com.mockhu.dm.platform.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Checks one dependency, one check at a time, and keeps the result for its time. */
final class CachedCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Dependency dependency;
  private final Duration patience;
  private CompletableFuture<String> latest = CompletableFuture.completedFuture(Dependency.DOWN);
  private long endedAt;

  CachedCheck(Dependency dependency) {
    this(dependency, PATIENCE);
  }

  CachedCheck(Dependency dependency, Duration patience) {
    this.dependency = dependency;
    this.patience = patience;
    this.endedAt = System.nanoTime() - dependency.fresh().toNanos();
  }

  Dependency dependency() {
    return dependency;
  }

  boolean isUp() {
    return word().equals(Dependency.OK);
  }

  /** Down also while a check hangs. */
  String word() {
    try {
      return look().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Dependency.DOWN;
    } catch (ExecutionException | TimeoutException e) {
      return Dependency.DOWN;
    }
  }

  /** Starts a check, if one is due. */
  synchronized CompletableFuture<String> look() {
    boolean isOld = System.nanoTime() - endedAt >= dependency.fresh().toNanos();
    if (latest.isDone() && isOld) {
      CompletableFuture<String> look = new CompletableFuture<>();
      latest = look;
      Thread.ofVirtual().name("look-" + dependency.name()).start(() -> look(look));
    }
    return latest;
  }

  private void look(CompletableFuture<String> outcome) {
    String word;
    try {
      word = dependency.look().word();
    } catch (Exception e) {
      // The dependency logs the cause; probes only show that it is down.
      word = Dependency.DOWN;
    }
    synchronized (this) {
      endedAt = System.nanoTime();
      outcome.complete(word);
    }
  }
}
