package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationUpdate;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.feed.log.Badge;
import com.mockhu.dm.feed.log.FeedBatch;

/**
 * How each change of a conversation changes badges (behaviour §5). No other class computes them.
 */
public final class InboxTotals {
  private InboxTotals() {}

  public static void received(FeedBatch batch, ConversationUpdate activity) {
    Conversation before = activity.before();
    for (Participant side : before.participants()) {
      int unread = activity.unread().getOrDefault(side.userId(), 0);
      int appears = side.isListed() ? 0 : 1;
      int becomesUnread = unread > 0 && side.unreadCount() == 0 ? 1 : 0;
      batch.count(side.userId(), new Badge(unread, becomesUnread, appears));
    }
  }

  public static void read(FeedBatch batch, Participant reader, int count) {
    if (reader.isListed() && count > 0) {
      int emptied = reader.unreadCount() == count ? -1 : 0;
      batch.count(reader.userId(), new Badge(-count, emptied, 0));
    }
  }

  /** What the conversation adds to the person's badge while it is listed. */
  public static Badge weight(Participant side) {
    return new Badge(side.unreadCount(), side.unreadCount() > 0 ? 1 : 0, 1);
  }

  public static Badge negative(Badge badge) {
    return new Badge(-badge.unreadMessages(), -badge.unreadConversations(), -badge.conversations());
  }
}
