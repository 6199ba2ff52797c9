package com.mockhu.dm.conversation;

import com.mockhu.dm.feed.Badge;
import com.mockhu.dm.feed.FeedBatch;
import java.util.List;

/** How badges move with what happens to a conversation: the one place that knows (behaviour §5). */
final class Counting {
  private Counting() {}

  static void received(FeedBatch batch, Activity activity) {
    Conversation before = activity.before();
    for (Conversation.Side side : List.of(before.one(), before.other())) {
      int unread = activity.unread().getOrDefault(side.userId(), 0);
      int appears = side.isListed() ? 0 : 1;
      int becomesUnread = unread > 0 && side.unreadCount() == 0 ? 1 : 0;
      batch.count(side.userId(), new Badge(unread, becomesUnread, appears));
    }
  }

  /** What the side's conversation adds to its badge while it is listed. */
  static Badge weight(Conversation.Side side) {
    return new Badge(side.unreadCount(), side.unreadCount() > 0 ? 1 : 0, 1);
  }

  static Badge negative(Badge badge) {
    return new Badge(-badge.unreadMessages(), -badge.unreadConversations(), -badge.conversations());
  }
}
