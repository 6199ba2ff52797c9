package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.error.LogThrottle;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the database refused: counted, logged without a flood, and turned into an answer. */
public final class DatabaseFaults {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFaults.class);

  /** Small changes may still fit on a full disk, so one that worked does not take it back. */
  private static final Duration FULL = Duration.ofSeconds(30);

  private final Tally<Reason> counts =
      new Tally<>(
          Metric.counter(
              "dm_db_failures", "Work that the database did not do, by reason", "reason"),
          Reason.class,
          Reason::word);
  private final LogThrottle<Reason> throttle = new LogThrottle<>();
  private volatile Long fullAt;

  /** Why a statement was not carried out. */
  enum Reason {
    DISK_FULL,
    READ_ONLY,
    TOO_MANY_CONNECTIONS,
    /** Of memory or another resource of the database. */
    RESOURCES,
    /** The connection could not be had, or was lost. */
    AWAY,
    /** A fault of the server's own. */
    FAULT;

    static Reason of(SQLException failure) {
      return switch (String.valueOf(failure.getSQLState())) {
        case "53100" -> DISK_FULL;
        case "25006" -> READ_ONLY;
        case "53300" -> TOO_MANY_CONNECTIONS;
        case String state when state.startsWith("53") -> RESOURCES;
        case String _ -> ErrorMapper.isDatabaseAway(failure) ? AWAY : FAULT;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the caller of the failed statement is to be thrown. */
  RuntimeException refusal(SQLException failure) {
    Reason reason = Reason.of(failure);
    counts.add(reason);
    if (reason == Reason.FAULT) {
      return new DatabaseFault(failure);
    }
    if (reason == Reason.DISK_FULL) {
      fullAt = System.nanoTime();
    }
    tell(reason, failure);
    return ErrorMapper.databaseAway();
  }

  private void tell(Reason reason, SQLException failure) {
    if (!throttle.allows(reason)) {
      return;
    }
    String line = "The database refuses requests ({}): {}; further ones are not logged for {} s";
    if (reason == Reason.DISK_FULL) {
      LOG.error(line, reason.word(), failure.getMessage(), LogThrottle.QUIET.toSeconds());
    } else {
      LOG.warn(line, reason.word(), failure.getMessage(), LogThrottle.QUIET.toSeconds());
    }
  }

  /** Whether its disk was full a moment ago. */
  public boolean isDiskFull() {
    Long last = fullAt;
    return last != null && System.nanoTime() - last < FULL.toNanos();
  }

  public void addTo(Meters meters) {
    meters.add(counts.counter());
  }
}
