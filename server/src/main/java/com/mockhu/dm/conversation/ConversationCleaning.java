package com.mockhu.dm.conversation;

import com.mockhu.dm.conversation.direct.Pair;
import com.mockhu.dm.conversation.direct.PairSql;
import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxTotals;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationReader;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A deleted account takes its direct conversations along, out of the other people's inboxes too.
 */
final class ConversationCleaning implements AccountListener {
  private final ConversationReader reader;
  private final Feed feed;

  ConversationCleaning(ConversationReader reader, Feed feed) {
    this.reader = reader;
    this.feed = feed;
  }

  @Override
  public AccountStage stage() {
    return AccountStage.CONVERSATIONS;
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    Collection<Conversation> all =
        reader.lock(transaction, ConversationSql.allOf(transaction, userId)).values();
    List<Conversation> direct = all.stream().filter(Conversation::isDirect).toList();
    FeedBatch batch = FeedBatch.empty();
    for (Conversation conversation : direct) {
      Participant peer = conversation.peer(userId);
      batch.add(peer.userId(), ConversationEvents.CHANGED, conversation.id(), null);
      if (peer.isListed()) {
        batch.count(peer.userId(), InboxTotals.negative(InboxTotals.weight(peer)));
      }
    }
    feed.append(transaction, batch);
    PairSql.remove(
        transaction,
        direct.stream().map(each -> Pair.of(userId, each.peer(userId).userId())).toList());
    ConversationSql.remove(transaction, direct);
  }
}
