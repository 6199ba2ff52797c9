package com.mockhu.dm.conversation;

import com.mockhu.dm.account.AccountListener;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** A deleted account takes its conversations along, out of the other people's inboxes too. */
final class ConversationCleaning implements AccountListener {
  private final Feed feed;

  ConversationCleaning(Feed feed) {
    this.feed = feed;
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    Collection<Conversation> all =
        ConversationSql.lock(transaction, ConversationSql.allOf(transaction, userId)).values();
    FeedBatch batch = FeedBatch.empty();
    for (Conversation conversation : all) {
      Conversation.Side peer = conversation.peer(userId);
      batch.add(peer.userId(), ConversationEvents.CHANGED, conversation.id(), null);
      if (peer.isListed()) {
        batch.count(peer.userId(), Counting.negative(Counting.weight(peer)));
      }
    }
    feed.append(transaction, batch);
    ConversationSql.remove(transaction, all);
  }
}
