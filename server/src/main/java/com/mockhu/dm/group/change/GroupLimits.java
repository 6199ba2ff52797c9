package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many there may be: members of a group, groups of a person. */
public final class GroupLimits {
  public static final int GROUPS_PER_PERSON = 1_000;
  private final int members;

  public GroupLimits(int members) {
    this.members = members;
  }

  boolean hasRoom(GroupChange change) {
    return change.size() < members;
  }

  /**
   * @throws ApiException {@code conflict} when the group is full
   */
  public void requireRoom(GroupChange change) {
    if (!hasRoom(change)) {
      throw reached("group_members", "This group is full.");
    }
  }

  /**
   * The person's row must be locked.
   *
   * @throws ApiException {@code conflict} when the person is in too many groups
   */
  public static void requireRoomOf(Transaction transaction, UUID person) throws SQLException {
    int groups = GroupSql.groupCounts(transaction, List.of(person)).getOrDefault(person, 0);
    if (groups >= GROUPS_PER_PERSON) {
      throw reached("groups_per_person", "You are in 1,000 groups, the most that is allowed.");
    }
  }

  public static ApiException reached(String limit, String message) {
    return new ApiException(ErrorCode.CONFLICT, message, Map.of("limit", limit));
  }
}
