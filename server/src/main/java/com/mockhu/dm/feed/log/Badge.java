package com.mockhu.dm.feed.log;

/** Counts an account shows next to its name; also as a difference to add. */
public record Badge(int unreadMessages, int unreadConversations, int conversations) {
  public static final Badge NONE = new Badge(0, 0, 0);

  public Badge plus(Badge other) {
    return new Badge(
        unreadMessages + other.unreadMessages,
        unreadConversations + other.unreadConversations,
        conversations + other.conversations);
  }
}
