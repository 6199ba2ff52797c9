package com.mockhu.dm.client.model;

import java.util.List;

/** A page of the directory, by id. */
public record DirectoryPage(List<ListedUser> users, Pagination pagination) {
  /** {@code nextCursor}: of the next page; null on the last. */
  public record Pagination(int limit, String nextCursor, boolean hasMore) {}
}
