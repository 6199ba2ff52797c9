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

  private final Database database;
  private final Conversations conversations;
  private final MessagingPolicy policy;
  private final MessageViews views;
  private final Uploads uploads;
  private final Clock clock;
  private final SendMeters meters = new SendMeters();

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
    for (boolean isSettling = false; ; isSettling = true) {
      try {
        List<SendOutcome> outcomes = store(commands, isSettling);
        meters.add(outcomes);
        return outcomes;
      } catch (ApiException e) {
        if (e.code() != ErrorCode.UNAVAILABLE
            || System.nanoTime() - begun > LONGEST_SETTLING.toNanos()) {
          throw e;
        }
      } catch (DatabaseFault e) {
        // The same key at the same time in another conversation: now its message can be seen.
        if (!e.isDuplicate() || isSettling) {
          throw e;
        }
      }
    }
  }

  private List<SendOutcome> store(List<SendCommand> commands, boolean isSettling) {
    // Truncated as PostgreSQL keeps it, so that a message reads the same before and after.
    Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    return database.transaction(
        transaction ->
            new SendBatch(transaction, conversations, policy, views, uploads, now)
                .run(commands, isSettling));
  }
}
