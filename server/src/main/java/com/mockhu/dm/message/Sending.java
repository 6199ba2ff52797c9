package com.mockhu.dm.message;

import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Takes sends of both transports, charges them, and puts them on the writer's queue. */
final class Sending implements AutoCloseable {
  private static final int LARGEST_BATCH = 500;
  private static final int CAPACITY = 20_000;

  private final Database database;
  private final RateLimits limits;
  private final Executor threads;
  private final BatchWriter<SendCommand, SendOutcome> writer;

  Sending(Database database, RateLimits limits, Executor threads, MessageStore store) {
    this.database = database;
    this.limits = limits;
    this.threads = threads;
    this.writer = new BatchWriter<>("message-writer", LARGEST_BATCH, CAPACITY, store);
  }

  /**
   * Never blocks. The outcome comes on the writer's thread: do nothing slow there. It fails with
   * {@code rate_limited}, unless the message was stored before.
   */
  CompletableFuture<SendOutcome> send(SendCommand command) {
    RateLimits.Permit permit;
    try {
      permit = limits.charge(Limit.MESSAGES_PER_MINUTE, command.senderId());
    } catch (ApiException refused) {
      return repeated(command, refused);
    }
    return writer
        .submit(command)
        .whenComplete(
            (outcome, failure) -> {
              if (!(outcome instanceof SendOutcome.Stored)) {
                permit.giveBack();
              }
            });
  }

  private CompletableFuture<SendOutcome> repeated(SendCommand command, ApiException refused) {
    return CompletableFuture.supplyAsync(() -> isRepeated(command), threads)
        .thenCompose(
            isRepeated ->
                isRepeated ? writer.submit(command) : CompletableFuture.failedFuture(refused));
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
