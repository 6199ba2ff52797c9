package com.mockhu.dm.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Runs work in transactions (READ COMMITTED). Blocking: call it from virtual threads, never from an
 * event loop.
 *
 * <p>A thread holds one connection at most, of all pools. A thread that holds one with locks and
 * waits for a second deadlocks with threads that wait for its locks and hold the connections that
 * it waits for.
 */
public final class Database {
  private static final int ATTEMPTS = 5;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String DEADLOCK = "40P01";
  private static final String SERIALIZATION = "40001";

  /** Sent with the first statement, so that it costs no round trip. */
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  /** What this thread is in already, on any pool. */
  private static final ThreadLocal<Transaction> CURRENT = new ThreadLocal<>();

  private final DataSource source;
  private final CallerShares shares;
  private final DatabaseFaults faults;

  public Database(DataSource source) {
    this(source, Integer.MAX_VALUE, new DatabaseFaults());
  }

  /**
   * @param mostPerCaller connections that the work of one person may use at a time
   * @param faults what becomes of errors of the database
   */
  public Database(DataSource source, int mostPerCaller, DatabaseFaults faults) {
    this.source = source;
    this.shares = new CallerShares(mostPerCaller);
    this.faults = faults;
  }

  /**
   * To be called where a thread begins to wait for another one that may need a connection. With a
   * connection of its own in hand that is a mistake.
   */
  public static void requireNoConnection(String what) {
    if (CURRENT.get() != null) {
      WaitGuard.found(what);
    }
  }

  /**
   * {@link System#nanoTime} of the state that this thread reads: that of its snapshot, otherwise
   * now.
   */
  public static long readingSince() {
    Transaction transaction = CURRENT.get();
    return transaction == null ? System.nanoTime() : transaction.readingSince();
  }

  /** Work to do inside one transaction; may run again from its start after a deadlock. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Transaction transaction) throws SQLException;
  }

  /**
   * Commits and then runs what the work left for after the commit.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code unavailable} while the database is
   *     away
   */
  public <T> T transaction(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !isWorthRepeating(e)) {
          throw faults.refusal(e);
        }
        pauseBefore(attempt);
      }
    }
  }

  /**
   * As {@link #transaction}, for work on so many rows that one statement may take minutes. No
   * request should wait for it.
   */
  public <T> T longTransaction(Work<T> work) {
    return transaction(
        transaction -> {
          transaction.allow(LONG);
          return work.in(transaction);
        });
  }

  /**
   * As {@link #transaction}, for work that only reads, where all statements see the same state, so
   * that their results are consistent.
   */
  public <T> T snapshot(Work<T> work) {
    return transaction(
        transaction -> {
          transaction.beginSnapshot();
          transaction.later(SNAPSHOT);
          return work.in(transaction);
        });
  }

  /**
   * As {@link #transaction}, for work that only reads: statements see each its own moment. Within
   * other work, of this pool or another, it uses the connection of that work.
   */
  public <T> T read(Work<T> work) {
    try {
      Transaction outer = CURRENT.get();
      return outer == null ? readApart(work) : work.in(outer);
    } catch (SQLException e) {
      throw faults.refusal(e);
    }
  }

  private <T> T readApart(Work<T> work) throws SQLException {
    Transaction transaction;
    T result;
    try (var _ = shares.take();
        Connection connection = connection()) {
      transaction = new Transaction(connection);
      result = within(transaction, work);
      transaction.flush();
    }
    transaction.committed();
    return result;
  }

  /** A pool that is closed, or whose caller was interrupted, gives no SQLSTATE to tell it by. */
  private Connection connection() throws SQLException {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new SQLTransientConnectionException(e.getMessage(), e.getSQLState(), e);
    }
  }

  private <T> T within(Transaction transaction, Work<T> work) throws SQLException {
    CURRENT.set(transaction);
    try {
      return work.in(transaction);
    } finally {
      CURRENT.remove();
    }
  }

  private <T> T attempt(Work<T> work) throws SQLException {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("A transaction inside other work");
    }
    Transaction transaction;
    T result;
    try (var _ = shares.take();
        Connection connection = connection()) {
      connection.setAutoCommit(false);
      transaction = new Transaction(connection);
      try {
        result = within(transaction, work);
        transaction.flush();
        connection.commit();
      } catch (SQLException | RuntimeException | Error e) {
        rollback(connection, e);
        throw e;
      } finally {
        transaction.allow(null);
        restore(connection);
      }
    }
    transaction.committed();
    return result;
  }

  private static void rollback(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static void restore(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // A connection this broken is thrown away by the pool as it is given back.
      return;
    }
  }

  private static boolean isWorthRepeating(SQLException e) {
    return DEADLOCK.equals(e.getSQLState()) || SERIALIZATION.equals(e.getSQLState());
  }

  private static void pauseBefore(int attempt) {
    // Two that met in a deadlock must not meet again in step.
    long micros = ThreadLocalRandom.current().nextLong(1_000L << attempt);
    java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
  }
}
