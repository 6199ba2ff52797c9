package com.mockhu.dm.client.model;

import java.util.List;
import java.util.UUID;

/** A page of a conversation: newest first, or oldest first after a message. */
public record History(List<Message> messages, Pagination pagination) {
  /** {@code nextCursor}: the id to ask before (or after) for the next page; null when done. */
  public record Pagination(int page, int limit, boolean hasMore, UUID nextCursor) {}
}
