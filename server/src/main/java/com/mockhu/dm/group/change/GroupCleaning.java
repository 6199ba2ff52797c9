package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.DepartureSql;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.CreationSql;
import com.mockhu.dm.group.store.ErasureSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** A deleted account leaves its groups at once; a job erases what it has sent to them. */
public final class GroupCleaning implements AccountListener {
  private final Conversations conversations;
  private final Groups groups;
  private final Runnable erasing;

  /** {@code erasing}: told when there is something to erase. */
  public GroupCleaning(Conversations conversations, Groups groups, Runnable erasing) {
    this.conversations = conversations;
    this.groups = groups;
    this.erasing = erasing;
  }

  @Override
  public AccountStage stage() {
    return AccountStage.CONVERSATIONS;
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    var all = conversations.lock(transaction, conversations.allOf(transaction, userId));
    for (Conversation group : all.values()) {
      if (!group.isDirect() && group.has(userId)) {
        ErasureSql.insert(transaction, group.id(), userId);
        groups.run(
            transaction,
            group,
            change -> {
              change.say(userId, SystemEvent.left(userId));
              LeaveGroup.depart(change, userId, DepartureSql.Reason.LEFT);
              return null;
            });
      }
    }
    DepartureSql.removeAllOf(transaction, userId);
    BanSql.removeAllOf(transaction, userId);
    InvitationSql.removeAllOf(transaction, userId);
    CreationSql.removeAllOf(transaction, userId);
    transaction.afterCommit(erasing);
  }
}
