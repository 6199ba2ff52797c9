package com.mockhu.dm.message.event;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.privacy.BlockListener;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * A lifted block gives the conversation back with its messages: a client that started fresh while
 * the block stood has none of them (behaviour §6).
 */
public final class RestoredMessages implements BlockListener {
  private final Conversations conversations;

  public RestoredMessages(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public void blockChanged(
      Transaction transaction, FeedBatch batch, UUID blocker, UUID blocked, boolean isBlocked)
      throws SQLException {
    Optional<UUID> id = conversations.between(transaction, blocker, blocked);
    if (!isBlocked && id.isPresent()) {
      batch.add(blocked, EventKind.RESTORED, id.get(), null);
    }
  }
}
