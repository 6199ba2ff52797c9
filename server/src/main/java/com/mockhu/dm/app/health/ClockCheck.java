package com.mockhu.dm.app.health;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.health.Dependency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Compares this machine's clock, by which tokens expire, with that of the database. */
public final class ClockCheck {
  /** Half of what token times are allowed to be off. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Database database;
  private final Clock clock;

  public ClockCheck(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Dependency dependency() {
    return new Dependency("clock", false, FRESH, this::word);
  }

  String word() {
    Instant before = clock.instant();
    Instant theirs =
        database.read(
            transaction ->
                transaction
                    .first("SELECT clock_timestamp() AS now", row -> row.instant("now"))
                    .orElseThrow());
    return word(before, theirs, clock.instant());
  }

  /** Theirs was told at some moment between the two. */
  static String word(Instant before, Instant theirs, Instant after) {
    boolean isBehind = theirs.isAfter(after.plus(MOST));
    boolean isAhead = theirs.isBefore(before.minus(MOST));
    return isBehind || isAhead ? "skewed" : Dependency.OK;
  }
}
