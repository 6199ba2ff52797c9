package com.mockhu.dm.feed.consumer;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.platform.lease.Lease;
import com.mockhu.dm.platform.lease.Leases;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives one consumer the committed events, at one of the servers over this database at a time. */
public final class EventReader implements AutoCloseable {
  private static final int BATCH = 500;

  /** Bounds what one statement sorts when a consumer is far behind. */
  private static final long TRANSACTIONS = 1_000;

  private static final long POLL_MILLIS = 500;
  private static final long RETRY_MILLIS = 1_000;

  private final Database database;
  private final Leases leases;
  private final EventConsumer consumer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Create it before the server accepts requests. A new consumer starts with events that commit
   * from now on.
   */
  public EventReader(Database database, Leases leases, EventConsumer consumer) {
    this.database = database;
    this.leases = leases;
    this.consumer = consumer;
    this.thread = Thread.ofVirtual().name("consumer-" + consumer.name()).unstarted(this::run);
    database.longTransaction(
        transaction -> {
          ConsumerSql.begin(transaction, consumer.name());
          return null;
        });
  }

  public EventReader start() {
    thread.start();
    return this;
  }

  private void run() {
    while (!isClosed()) {
      try {
        leases.run("consumer " + consumer.name(), this::follow);
      } catch (RuntimeException e) {
        // The events stay in the table, and are read again.
        Faults.log("A consumer of events", e);
      }
      pause(RETRY_MILLIS);
    }
  }

  private void follow(Lease lease) {
    while (!isClosed() && leases.isHeld(lease)) {
      if (!step(lease)) {
        pause(POLL_MILLIS);
      }
    }
  }

  /** False when no event is left for now. Checks before it fences, because a fence is a write. */
  boolean step(Lease lease) {
    long horizon = database.read(ConsumerSql::horizon);
    Position position = database.read(t -> ConsumerSql.position(t, consumer.name()));
    boolean isNews =
        position.tx() + TRANSACTIONS < horizon
            || !database.read(t -> ConsumerSql.after(t, position, horizon, 1)).isEmpty();
    return isNews && database.transaction(transaction -> consume(transaction, lease));
  }

  private boolean consume(Transaction transaction, Lease lease) throws SQLException {
    lease.fence(transaction);
    Position position = ConsumerSql.lock(transaction, consumer.name());
    long horizon = ConsumerSql.horizon(transaction);
    long end = Math.min(horizon, position.tx() + TRANSACTIONS);
    List<ConsumerSql.Found> found = ConsumerSql.after(transaction, position, end, BATCH);
    if (!found.isEmpty()) {
      consumer.accept(transaction, found.stream().map(ConsumerSql.Found::event).toList());
    }
    boolean isFull = found.size() == BATCH;
    ConsumerSql.move(
        transaction,
        consumer.name(),
        isFull ? found.getLast().position() : Position.before(Math.max(end, position.tx())));
    return isFull || end < horizon;
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void pause(long millis) {
    try {
      closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when a running step has ended. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
