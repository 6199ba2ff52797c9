package com.mockhu.dm.message.delete;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.receipt.ReceiptSql;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A deleted account's direct conversations lose their messages; under the conversations' locks. */
public final class MessageCleaning implements AccountListener {
  private final Conversations conversations;

  public MessageCleaning(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public AccountStage stage() {
    return AccountStage.MESSAGES;
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    Map<UUID, Conversation> all =
        conversations.lock(transaction, conversations.allOf(transaction, userId));
    List<UUID> direct =
        all.values().stream().filter(Conversation::isDirect).map(Conversation::id).toList();
    MessageSql.removeAll(transaction, direct);
    ReceiptSql.removeAll(transaction, direct);
  }
}
