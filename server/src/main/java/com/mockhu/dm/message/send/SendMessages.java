package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.ConversationIds;
import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes sends of both transports, charges them, and puts them on the writer's queue. */
public final class SendMessages implements AutoCloseable {
  /** Stored messages of one person, REST and socket together. */
  public static final RateLimit MESSAGES_PER_MINUTE = new RateLimit("messages_per_minute", 10);

  private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);

  /** While one waits for its commit to reach the disk, the other uses the database. */
  private static final int WRITERS = 2;

  private static final int LARGEST_BATCH = 500;

  /**
   * Participants whose rows a batch of the group writer may touch: at 20 µs each (29 where their
   * inbox moves) it holds the heads for 15 ms.
   */
  private static final int LARGEST_AUDIENCE = 600;

  /** Assumed size of a group that this server has not loaded yet. */
  private static final int UNKNOWN_AUDIENCE = 256;

  private static final int CAPACITY = 20_000;

  private final Database database;
  private final RateLimits limits;
  private final Executor threads;
  private final Hints hints;
  private final MessageStore store;
  private final List<BatchWriter<SendCommand, SendOutcome>> writers;
  private final BatchWriter<SendCommand, SendOutcome> groupWriter;

  public SendMessages(
      Database database,
      Conversations conversations,
      RateLimits limits,
      Executor threads,
      MessageStore store,
      Hints hints) {
    this.hints = hints;
    this.database = database;
    this.limits = limits;
    this.threads = threads;
    this.store = store;
    this.writers =
        IntStream.range(0, WRITERS)
            .mapToObj(n -> new BatchWriter<>("message-writer-" + n, LARGEST_BATCH, CAPACITY, store))
            .toList();
    this.groupWriter =
        new BatchWriter<>(
            "group-writer",
            new BatchWriter.Bound<>(
                LARGEST_BATCH, LARGEST_AUDIENCE, command -> audience(conversations, command)),
            CAPACITY,
            store);
  }

  private static int audience(Conversations conversations, SendCommand command) {
    int known = conversations.sizeOfGroup(command.conversationId());
    return known == 0 ? UNKNOWN_AUDIENCE : known;
  }

  /**
   * Never blocks. The future completes on the writer's thread, which callbacks must not hold up. It
   * fails with {@code rate_limited}, unless the message was stored before.
   */
  public CompletableFuture<SendOutcome> send(SendCommand command) {
    LOG.debug("Message {} came to be sent", command.messageId());
    RateLimits.Permit permit;
    try {
      permit = limits.charge(MESSAGES_PER_MINUTE, command.senderId());
    } catch (ApiException refused) {
      return repeated(command, refused);
    }
    return submitted(command)
        .whenComplete(
            (outcome, failure) -> {
              if (outcome instanceof SendOutcome.Stored) {
                LOG.debug("Message {} is stored", command.messageId());
                hints.tellHere(
                    new Hint.MessageStored(command.conversationId(), command.senderId()));
              } else {
                permit.giveBack();
              }
            });
  }

  public void addMeters(Meters meters) {
    store.addMeters(meters);
    writers.forEach(writer -> writer.addMeters(meters));
    groupWriter.addMeters(meters);
  }

  /**
   * All direct messages of a sender use the same writer, and all messages to groups one other, so
   * that a sender's messages keep their order in each conversation and a direct message never waits
   * behind a large group.
   */
  private CompletableFuture<SendOutcome> submitted(SendCommand command) {
    if (ConversationIds.isGroup(command.conversationId())) {
      return groupWriter.submit(command);
    }
    int number = Math.floorMod(command.senderId().hashCode(), WRITERS);
    return writers.get(number).submit(command);
  }

  private CompletableFuture<SendOutcome> repeated(SendCommand command, ApiException refused) {
    return CompletableFuture.supplyAsync(() -> isRepeated(command), threads)
        .thenCompose(
            isRepeated ->
                isRepeated ? submitted(command) : CompletableFuture.failedFuture(refused));
  }

  /** A client over its limit still gets the result of a repeated send. */
  private boolean isRepeated(SendCommand command) {
    return command.clientMessageId() != null
        && !database
            .read(transaction -> MessageSql.byKeys(transaction, List.of(command.key())))
            .isEmpty();
  }

  @Override
  public void close() {
    writers.forEach(BatchWriter::close);
    groupWriter.close();
  }
}
