package com.mockhu.dm.message;

import com.mockhu.dm.attachment.Uploads;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.DatabaseFault;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.privacy.MessagingPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stores batches of sends. When the connection is lost the outcome of the commit is unknown; the
 * batch is then run again as a question: its locks wait for the lost transaction to end, and what
 * it had stored is found by its id (behaviour §4).
 */
final class MessageStore implements BatchWriter.Store<SendCommand, SendOutcome> {
  /** With the pool's own wait this keeps every answer within 5 seconds. */
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(2);

  /** After a cut many send again what had arrived, and one repetition is followed by others. */
  private static final Duration SUSPICION = Duration.ofSeconds(10);

  private final Database database;
  private final Conversations conversations;
  private final MessagingPolicy policy;
  private final MessageViews views;
  private final Uploads uploads;
  private final Clock clock;
  private final SendMeters meters = new SendMeters();

  /** When a repetition was last found out too late, as {@link System#nanoTime} tells it. */
  private volatile Long repeatedAt;

  MessageStore(
      Database database,
      Conversations conversations,
      MessagingPolicy policy,
      MessageViews views,
      Uploads uploads,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.policy = policy;
    this.views = views;
    this.uploads = uploads;
    this.clock = clock;
  }

  void addMeters(Meters all) {
    meters.addTo(all);
  }

  @Override
  public List<SendOutcome> all(List<SendCommand> commands) {
    // The clock of the day may be set back in the middle of it.
    long begun = System.nanoTime();
    for (SendBatch.Doubt doubt = doubt(begun); ; doubt = SendBatch.Doubt.THE_SAME) {
      try {
        List<SendOutcome> outcomes = store(commands, doubt);
        meters.add(outcomes);
        return outcomes;
      } catch (ApiException e) {
        if (e.code() != ErrorCode.UNAVAILABLE
            || System.nanoTime() - begun > LONGEST_SETTLING.toNanos()) {
          throw e;
        }
      } catch (DatabaseFault e) {
        // A repetition, or the same key at the same time in another conversation: now it can be
        // seen.
        if (!e.isDuplicate() || doubt == SendBatch.Doubt.THE_SAME) {
          throw e;
        }
        repeatedAt = begun;
      }
    }
  }

  /**
   * Looking each key up costs every batch; finding out by the unique index costs one a second try.
   */
  private SendBatch.Doubt doubt(long now) {
    Long repeated = repeatedAt;
    return repeated != null && now - repeated < SUSPICION.toNanos()
        ? SendBatch.Doubt.REPETITIONS
        : SendBatch.Doubt.NONE;
  }

  private List<SendOutcome> store(List<SendCommand> commands, SendBatch.Doubt doubt) {
    // Truncated as PostgreSQL keeps it, so that a message reads the same before and after.
    Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    return database.transaction(
        transaction ->
            new SendBatch(transaction, conversations, policy, views, uploads, now)
                .run(commands, doubt));
  }
}
