package com.mockhu.dm.conversation.direct;

import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxTotals;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationReader;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.feed.log.Badge;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.privacy.BlockListener;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A block takes the conversation out of the blocked one's inbox and totals; lifting it puts it back
 * as it was. Since sends hold the conversation's lock too, none is stored after a block returned.
 */
public final class BlockedConversations implements BlockListener {
  private final ConversationReader reader;

  public BlockedConversations(ConversationReader reader) {
    this.reader = reader;
  }

  @Override
  public void blockChanged(
      Transaction transaction, FeedBatch batch, UUID blocker, UUID blocked, boolean isBlocked)
      throws SQLException {
    Optional<UUID> id = PairSql.idOf(transaction, Pair.of(blocker, blocked));
    if (id.isEmpty()) {
      return;
    }
    Conversation conversation = reader.lock(transaction, List.of(id.get())).get(id.get());
    if (conversation == null) {
      return;
    }
    ConversationSql.setBlocked(transaction, new ParticipantKey(id.get(), blocked), isBlocked);
    Participant side = conversation.participant(blocked);
    if (!side.isHidden()) {
      Badge weight = InboxTotals.weight(side);
      batch.count(blocked, isBlocked ? InboxTotals.negative(weight) : weight);
      batch.add(blocked, ConversationEvents.CHANGED, id.get(), null);
    }
    if (!conversation.participant(blocker).isHidden()) {
      batch.add(blocker, ConversationEvents.CHANGED, id.get(), null);
    }
  }
}
