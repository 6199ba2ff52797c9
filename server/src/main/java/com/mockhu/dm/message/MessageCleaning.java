package com.mockhu.dm.message;

import com.mockhu.dm.account.AccountListener;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A deleted account's conversations lose their messages; under the conversations' locks. */
final class MessageCleaning implements AccountListener {
  private final Conversations conversations;

  MessageCleaning(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    List<UUID> all = conversations.allOf(transaction, userId);
    conversations.lock(transaction, all);
    MessageSql.removeAll(transaction, all);
  }
}
