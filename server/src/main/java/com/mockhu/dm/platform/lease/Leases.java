package com.mockhu.dm.platform.lease;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Faults;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs background jobs on one of the servers over this database at a time. */
public final class Leases implements AutoCloseable {
  private static final long RENEWAL_SECONDS = 10;

  private final Database database;
  private final UUID holder;
  private final Set<Lease> held = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("leases").factory());

  /** {@code holder}: this server, unlike any other. */
  public Leases(Database database, UUID holder) {
    this.database = database;
    this.holder = holder;
    timer.scheduleWithFixedDelay(
        this::renewAll, RENEWAL_SECONDS, RENEWAL_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Runs the work on this thread, unless another server is at the job, or another thread of this
   * one. What the work throws is thrown.
   *
   * @return whether it ran
   */
  public boolean run(String job, Consumer<Lease> work) {
    Optional<Lease> taken = take(job);
    taken.ifPresent(lease -> run(lease, work));
    return taken.isPresent();
  }

  private void run(Lease lease, Consumer<Lease> work) {
    try {
      work.accept(lease);
    } finally {
      release(lease);
    }
  }

  /** Empty while another holds it. The lease is renewed until it is released or lost. */
  public Optional<Lease> take(String job) {
    Optional<Lease> taken =
        database.transaction(transaction -> LeaseSql.take(transaction, job, holder));
    taken.ifPresent(held::add);
    return taken;
  }

  /**
   * False once another server was seen to have it. Only {@link Lease#fence} is proof of holding.
   */
  public boolean isHeld(Lease lease) {
    return held.contains(lease);
  }

  /** The next one need not wait until it lapses. */
  public void release(Lease lease) {
    if (held.remove(lease)) {
      try {
        database.transaction(
            transaction -> {
              LeaseSql.release(transaction, lease);
              return null;
            });
      } catch (RuntimeException e) {
        // It lapses within 30 seconds.
        Faults.log("Renewing a lease", e);
      }
    }
  }

  void renewAll() {
    for (Lease lease : held) {
      try {
        if (!database.transaction(transaction -> LeaseSql.renew(transaction, lease))) {
          held.remove(lease);
        }
      } catch (RuntimeException e) {
        // There are two more tries before it lapses, and fencing holds in any case.
        Faults.log("Returning a lease", e);
      }
    }
  }

  /** To be called when the jobs have ended. */
  @Override
  public void close() {
    timer.shutdownNow();
    Set.copyOf(held).forEach(this::release);
  }
}
