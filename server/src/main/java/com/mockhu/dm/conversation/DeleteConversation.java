package com.mockhu.dm.conversation;

import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxTotals;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.platform.database.Database;
import java.util.UUID;

/** Deletes a conversation for one participant: gone from the inbox, history up to now hidden. */
final class DeleteConversation {
  private final Database database;
  private final Feed feed;
  private final Conversations conversations;

  DeleteConversation(Database database, Feed feed, Conversations conversations) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
  }

  void delete(UUID id, UUID caller) {
    database.transaction(
        transaction -> {
          Conversation conversation = conversations.lockOwn(transaction, id, caller);
          Participant side = conversation.participant(caller);
          ConversationSql.hide(transaction, new ParticipantKey(id, caller), conversation.lastSeq());
          if (side.isListed()) {
            FeedBatch batch = FeedBatch.empty();
            batch.add(caller, ConversationEvents.CHANGED, id, null);
            batch.count(caller, InboxTotals.negative(InboxTotals.weight(side)));
            feed.append(transaction, batch);
          }
          return null;
        });
  }
}
