package com.mockhu.dm.client.model;

import java.util.List;

/** A page of the inbox, the latest activity first. */
public record Inbox(List<Conversation> conversations, Pagination pagination) {
  /**
   * @param total conversations in the whole inbox
   * @param totalUnread unread messages in the whole inbox
   * @param nextCursor of the next page; null on the last
   */
  public record Pagination(
      int page, int limit, long total, long totalPages, long totalUnread, String nextCursor) {}
}
