package com.mockhu.dm.message;

import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes sends of both transports, charges them, and puts them on the writer's queue. */
final class Sending implements AutoCloseable {
  private static final int LARGEST_BATCH = 500;
  private static final int CAPACITY = 20_000;
  private static final RateLimits.Permit NOTHING = () -> {};

  private final Database database;
  private final RateLimits limits;
  private final BatchWriter<SendCommand, SendOutcome> writer;

  Sending(Database database, RateLimits limits, MessageStore store) {
    this.database = database;
    this.limits = limits;
    this.writer = new BatchWriter<>("message-writer", LARGEST_BATCH, CAPACITY, store);
  }

  /**
   * The outcome comes on the writer's thread: do nothing slow there.
   *
   * @throws ApiException {@code rate_limited}, unless the message was stored before
   */
  CompletableFuture<SendOutcome> send(SendCommand command) {
    RateLimits.Permit permit = charge(command);
    return writer
        .submit(command)
        .whenComplete(
            (outcome, failure) -> {
              if (!(outcome instanceof SendOutcome.Stored)) {
                permit.giveBack();
              }
            });
  }

  private RateLimits.Permit charge(SendCommand command) {
    try {
      return limits.charge(Limit.MESSAGES_PER_MINUTE, command.senderId());
    } catch (ApiException refused) {
      if (isRepeated(command)) {
        return NOTHING;
      }
      throw refused;
    }
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
    writer.close();
  }
}
