package com.mockhu.dm.feed.log;

/** Unread totals of an account, or a difference to add to them. */
public record Badge(int unreadMessages, int unreadConversations, int conversations) {
  public static final Badge NONE = new Badge(0, 0, 0);

  public Badge plus(Badge other) {
    return new Badge(
        unreadMessages + other.unreadMessages,
        unreadConversations + other.unreadConversations,
        conversations + other.conversations);
  }
}
