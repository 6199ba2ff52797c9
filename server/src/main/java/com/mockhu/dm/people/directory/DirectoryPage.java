package com.mockhu.dm.people.directory;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.List;
import java.util.UUID;

/** One page of the directory. */
record DirectoryPage(List<ListedUser> users, Pagination pagination) {
  private static final String PREFIX = "after-";

  /**
   * @param nextCursor null on the last page
   */
  record Pagination(int limit, String nextCursor, boolean hasMore) {}

  /** {@code found} has one more person than the limit if there is a next page. */
  static DirectoryPage of(List<ListedUser> found, int limit) {
    boolean hasMore = found.size() > limit;
    List<ListedUser> shown = hasMore ? found.subList(0, limit) : found;
    String next = hasMore ? PREFIX + shown.getLast().id() : null;
    return new DirectoryPage(List.copyOf(shown), new Pagination(limit, next, hasMore));
  }

  /**
   * @throws ApiException {@code invalid_cursor}
   */
  static UUID after(String cursor) {
    try {
      if (cursor.startsWith(PREFIX) && cursor.length() == PREFIX.length() + 36) {
        return UUID.fromString(cursor.substring(PREFIX.length()));
      }
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static ApiException invalid() {
    return new ApiException(
        ErrorCode.INVALID_CURSOR, "cursor is invalid; start again without one.");
  }
}
