package com.mockhu.dm.platform.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at one dependency: never twice at once, and not more often than is of use. */
final class Watch {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Probes of several kinds come every few seconds; none needs a look of its own. */
  private static final Duration FRESH = Duration.ofMillis(250);

  private final Dependency dependency;
  private final Duration patience;
  private CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(false);
  private long endedAt = System.nanoTime() - FRESH.toNanos();

  Watch(Dependency dependency) {
    this(dependency, PATIENCE);
  }

  Watch(Dependency dependency, Duration patience) {
    this.dependency = dependency;
    this.patience = patience;
  }

  Dependency dependency() {
    return dependency;
  }

  /** False as well while a look that hangs has not come back. */
  boolean isUp() {
    try {
      return look().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private synchronized CompletableFuture<Boolean> look() {
    if (latest.isDone() && System.nanoTime() - endedAt >= FRESH.toNanos()) {
      CompletableFuture<Boolean> look = new CompletableFuture<>();
      latest = look;
      Thread.ofVirtual().name("look-" + dependency.name()).start(() -> look(look));
    }
    return latest;
  }

  private void look(CompletableFuture<Boolean> outcome) {
    boolean isThere;
    try {
      isThere = dependency.look().call();
    } catch (Exception e) {
      // What is wrong with it is for its own log lines; who asks only learns that it is not there.
      isThere = false;
    }
    synchronized (this) {
      endedAt = System.nanoTime();
      outcome.complete(isThere);
    }
  }
}
