package com.mockhu.dm.group.erase;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.receipt.ReceiptSql;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.group.store.ErasureSql;
import com.mockhu.dm.group.store.ErasureSql.Erasure;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.delete.DeleteMessages;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ErrorMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Erases in the background, one message or one chunk of a group in a transaction. */
public final class EraseGroups implements AutoCloseable {
  private static final int CHUNK = 1_000;
  private static final long EVERY_SECONDS = 60;

  private final Database database;
  private final Conversations conversations;
  private final DeleteMessages deleting;
  private final Uploads uploads;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("group-erasing").factory());

  public EraseGroups(
      Database database, Conversations conversations, DeleteMessages deleting, Uploads uploads) {
    this.database = database;
    this.conversations = conversations;
    this.deleting = deleting;
    this.uploads = uploads;
    timer.scheduleWithFixedDelay(this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** There is something to erase. Never blocks. */
  public void wake() {
    if (!timer.isShutdown()) {
      timer.execute(this::run);
    }
  }

  private void run() {
    try {
      boolean hasMore = true;
      while (hasMore && !timer.isShutdown()) {
        hasMore = database.transaction(this::step);
      }
    } catch (RuntimeException e) {
      // The next round goes on where this one was cut off.
      ErrorMapper.map(e);
    }
  }

  private boolean step(Transaction transaction) throws SQLException {
    Optional<Erasure> erasure = ErasureSql.claim(transaction);
    if (erasure.isEmpty()) {
      return false;
    }
    if (erasure.get().senderId() == null) {
      eraseGroup(transaction, erasure.get());
    } else {
      eraseMessage(transaction, erasure.get());
    }
    return true;
  }

  private void eraseGroup(Transaction transaction, Erasure erasure) throws SQLException {
    uploads.releaseConversation(transaction, erasure.conversationId());
    ReceiptSql.removeAll(transaction, List.of(erasure.conversationId()));
    if (MessageSql.removeSome(transaction, erasure.conversationId(), CHUNK) < CHUNK) {
      ErasureSql.remove(transaction, erasure);
    }
  }

  /** One at a time: each changes the unread counts that the next one starts from. */
  private void eraseMessage(Transaction transaction, Erasure erasure) throws SQLException {
    Conversation group =
        conversations
            .lock(transaction, List.of(erasure.conversationId()))
            .get(erasure.conversationId());
    Optional<MessageRow> next =
        group == null
            ? Optional.empty()
            : MessageSql.nextOf(
                transaction, erasure.conversationId(), erasure.senderId(), erasure.afterSeq());
    if (next.isEmpty()) {
      ErasureSql.remove(transaction, erasure);
      return;
    }
    ErasureSql.advance(transaction, erasure, next.get().seq());
    deleting.erase(transaction, group, next.get());
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
