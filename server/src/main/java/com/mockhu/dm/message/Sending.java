package com.mockhu.dm.message;

import com.mockhu.dm.attachment.Uploads;
import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes sends of both transports, charges them, and puts them on the writer's queue. */
final class Sending implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  /** While one waits for its commit to reach the disk, the other keeps the database busy. */
  private static final int WRITERS = 2;

  private static final int LARGEST_BATCH = 500;
  private static final int CAPACITY = 20_000;

  private final Database database;
  private final Uploads uploads;
  private final RateLimits limits;
  private final Executor threads;
  private final Hints hints;
  private final MessageStore store;
  private final List<BatchWriter<SendCommand, SendOutcome>> writers;

  Sending(
      Database database,
      Uploads uploads,
      RateLimits limits,
      Executor threads,
      MessageStore store,
      Hints hints) {
    this.hints = hints;
    this.database = database;
    this.uploads = uploads;
    this.limits = limits;
    this.threads = threads;
    this.store = store;
    this.writers =
        IntStream.range(0, WRITERS)
            .mapToObj(n -> new BatchWriter<>("message-writer-" + n, LARGEST_BATCH, CAPACITY, store))
            .toList();
  }

  /**
   * Never blocks. The outcome comes on the writer's thread: do nothing slow there. It fails with
   * {@code rate_limited}, unless the message was stored before.
   */
  CompletableFuture<SendOutcome> send(SendCommand command) {
    LOG.debug("Message {} came to be sent", command.messageId());
    RateLimits.Permit permit;
    try {
      permit = limits.charge(Limit.MESSAGES_PER_MINUTE, command.senderId());
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

  void addMeters(Meters meters) {
    store.addMeters(meters);
    writers.forEach(writer -> writer.addMeters(meters));
  }

  /**
   * Looks ahead, for a message that a conversation would have to be made for: what is refused must
   * not leave an empty one behind.
   */
  void requireUploads(UUID sender, Content content) {
    if (!content.attachments().isEmpty()) {
      boolean isImage = content.type() == MessageType.IMAGE;
      database
          .transaction(
              transaction ->
                  uploads
                      .lock(transaction, content.attachments())
                      .take(sender, content.attachments(), isImage))
          .orElseThrow(AttachmentNames::unknown);
    }
  }

  /** One sender always has the same writer, so that what they send keeps its order everywhere. */
  private CompletableFuture<SendOutcome> submitted(SendCommand command) {
    int number = Math.floorMod(command.senderId().hashCode(), WRITERS);
    return writers.get(number).submit(command);
  }

  private CompletableFuture<SendOutcome> repeated(SendCommand command, ApiException refused) {
    return CompletableFuture.supplyAsync(() -> isRepeated(command), threads)
        .thenCompose(
            isRepeated ->
                isRepeated ? submitted(command) : CompletableFuture.failedFuture(refused));
  }

  /** A client over its limit must still learn that an earlier send of its has arrived. */
  private boolean isRepeated(SendCommand command) {
    return command.clientMessageId() != null
        && !database
            .read(transaction -> MessageSql.byKeys(transaction, List.of(command)))
            .isEmpty();
  }

  @Override
  public void close() {
    writers.forEach(BatchWriter::close);
  }
}
