package com.mockhu.dm.message.send;

import com.mockhu.dm.message.send.ReplayLookup.Doubt;
import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stores batches of sends. When the connection is lost during the commit, its outcome is unknown.
 * The batch then runs again with a lookup: its locks wait for the lost transaction to end, and
 * messages that it stored are found by their ids (behaviour §4).
 */
public final class MessageStore implements BatchWriter.Store<SendCommand, SendOutcome> {
  /** With the pool's own wait of 2.5 s, each answer comes within 5 s. */
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(2);

  /** After a network failure many clients repeat sends: one repetition announces others. */
  private static final Duration SUSPICION = Duration.ofSeconds(10);

  private final Database database;
  private final SendBatch batch;
  private final Clock clock;
  private final SendMeters meters = new SendMeters();

  /** {@link System#nanoTime} when an insert last met a repeated key; null before the first. */
  private volatile Long repeatedAt;

  public MessageStore(Database database, SendBatch batch, Clock clock) {
    this.database = database;
    this.batch = batch;
    this.clock = clock;
  }

  public void addMeters(Meters all) {
    meters.addTo(all);
  }

  @Override
  public List<SendOutcome> all(List<SendCommand> commands) {
    // Not the wall clock, which may be set back meanwhile.
    long begun = System.nanoTime();
    for (Doubt doubt = doubt(begun); ; doubt = Doubt.THE_SAME) {
      try {
        List<SendOutcome> outcomes = store(commands, doubt);
        meters.add(outcomes);
        return outcomes;
      } catch (ApiException e) {
        if (e.code() != ErrorCode.UNAVAILABLE || isLate(begun)) {
          throw e;
        }
      } catch (NewMessages.RepeatedKeyException e) {
        // Repeated, or used at the same time by another server: the lookup now finds it.
        if (isLate(begun)) {
          throw e;
        }
        repeatedAt = begun;
      }
    }
  }

  private static boolean isLate(long begun) {
    return System.nanoTime() - begun > LONGEST_SETTLING.toNanos();
  }

  /**
   * A lookup costs each batch a statement; a repeated key at the insert costs that batch a second
   * run.
   */
  private Doubt doubt(long now) {
    Long repeated = repeatedAt;
    return repeated != null && now - repeated < SUSPICION.toNanos()
        ? Doubt.REPETITIONS
        : Doubt.NONE;
  }

  private List<SendOutcome> store(List<SendCommand> commands, Doubt doubt) {
    // Truncated as PostgreSQL keeps it, so that a message reads the same before and after.
    Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    return database.transaction(transaction -> batch.run(transaction, commands, doubt, now));
  }
}
