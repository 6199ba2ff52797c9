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
 * Stores batches of sends. When the connection is lost the outcome of the commit is unknown; the
 * batch is then run again as a question: its locks wait for the lost transaction to end, and what
 * it had stored is found by its id (behaviour §4).
 */
public final class MessageStore implements BatchWriter.Store<SendCommand, SendOutcome> {
  /** With the pool's own wait this keeps every answer within 5 seconds. */
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(2);

  /** After a cut many send again what had arrived, and one repetition is followed by others. */
  private static final Duration SUSPICION = Duration.ofSeconds(10);

  private final Database database;
  private final SendBatch batch;
  private final Clock clock;
  private final SendMeters meters = new SendMeters();

  /** When a repetition was last found out too late, as {@link System#nanoTime} tells it. */
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
    // The clock of the day may be set back in the middle of it.
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
        // A repetition, or the same key at the same time elsewhere: now it can be seen.
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

  /** Looking each key up costs every batch; finding out by the insert costs one a second try. */
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
