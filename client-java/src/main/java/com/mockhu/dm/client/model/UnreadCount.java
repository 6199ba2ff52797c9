package com.mockhu.dm.client.model;

/** Sums over the whole inbox. */
public record UnreadCount(long totalUnread, long unreadConversations) {}
