package com.mockhu.dm.feed;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.platform.lease.Lease;
import com.mockhu.dm.platform.lease.Leases;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Creates the weekly partitions of events ahead of time, and drops those whose events are all over
 * 30 days old. Older cursors get a fresh start.
 */
final class Retention implements AutoCloseable {
  private static final int WEEKS_AHEAD = 3;
  private static final int DAYS_KEPT = 30;
  private static final String PREFIX = "account_events_";

  private final Database database;
  private final Clock clock;
  private final Leases leases;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  Retention(Database database, Clock clock, Leases leases) {
    this.leases = leases;
    this.database = database;
    this.clock = clock;
    run();
    timer.scheduleWithFixedDelay(this::run, 12, 12, TimeUnit.HOURS);
  }

  private void run() {
    try {
      leases.run("retention", this::run);
    } catch (RuntimeException e) {
      // Not urgent: events fall into the default partition until the next run.
      Faults.log("Retention of events", e);
    }
  }

  private void run(Lease lease) {
    change(lease, this::prepare);
    old().forEach(name -> drop(lease, name));
  }

  private interface Change {
    void in(Transaction transaction) throws SQLException;
  }

  private void change(Lease lease, Change change) {
    database.longTransaction(
        transaction -> {
          lease.fence(transaction);
          change.in(transaction);
          return null;
        });
  }

  private LocalDate monday() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return today.minusDays(today.getDayOfWeek().getValue() - 1L);
  }

  private void prepare(Transaction transaction) throws SQLException {
    for (int week = 0; week <= WEEKS_AHEAD; week++) {
      LocalDate from = monday().plusWeeks(week);
      if (!exists(transaction, name(from)) && isFree(transaction, from)) {
        // Dates and names are computed here; no text from outside gets into the statement.
        transaction.update(
            "CREATE TABLE "
                + name(from)
                + (" PARTITION OF account_events FOR VALUES FROM ('" + from)
                + ("T00:00:00Z') TO ('" + from.plusWeeks(1) + "T00:00:00Z')"));
      }
    }
  }

  /** False when the default partition has rows of that range: they cannot be moved by this. */
  private static boolean isFree(Transaction transaction, LocalDate from) throws SQLException {
    return !transaction.exists(
        "SELECT 1 FROM account_events_rest WHERE made_at >= ?::timestamptz LIMIT 1",
        from + "T00:00:00Z");
  }

  private List<String> old() {
    String oldest = name(monday().minusDays(DAYS_KEPT));
    List<String> all = database.read(t -> t.list(PARTITIONS, row -> row.text("name")));
    return all.stream().filter(name -> name.compareTo(oldest) < 0).toList();
  }

  /**
   * Two transactions: dropping a partition locks the whole table. One that also held account heads
   * would deadlock with senders, which hold the table and wait for the heads.
   */
  private void drop(Lease lease, String name) {
    change(lease, t -> t.update(RAISE_FLOORS.replace("%s", name)));
    change(lease, t -> t.update("DROP TABLE IF EXISTS " + name));
  }

  private static final String PARTITIONS =
      """
      SELECT relid::regclass::text AS name FROM pg_partition_tree('account_events')
       WHERE isleaf AND relid::regclass::text LIKE 'account\\_events\\_2%'
      """;

  /** Locks the heads in the order of all other writers. */
  private static final String RAISE_FLOORS =
      """
      WITH gone AS (
        SELECT user_id, max(seq) AS seq FROM %s GROUP BY user_id
      ), locked AS (
        SELECT h.user_id, gone.seq FROM account_heads h JOIN gone USING (user_id)
         ORDER BY h.user_id
           FOR NO KEY UPDATE OF h
      )
      UPDATE account_heads h SET floor = greatest(h.floor, locked.seq)
        FROM locked WHERE h.user_id = locked.user_id
      """;

  private static boolean exists(Transaction transaction, String name) throws SQLException {
    return transaction.exists("SELECT 1 WHERE to_regclass(?) IS NOT NULL", name);
  }

  private static String name(LocalDate monday) {
    return PREFIX
        + String.format(
            Locale.ROOT,
            "%dw%02d",
            monday.get(IsoFields.WEEK_BASED_YEAR),
            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
