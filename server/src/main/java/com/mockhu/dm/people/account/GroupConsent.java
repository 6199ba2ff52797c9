package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Who may be added to groups without being asked. */
public final class GroupConsent {
  private GroupConsent() {}

  /**
   * Those of the people whom this person may add: they let everyone, or let contacts and the person
   * is one, because they follow the person or have written to them.
   *
   * @param wrote those of them who have sent the person a direct message
   */
  public static Set<UUID> open(
      Transaction transaction, UUID person, Collection<UUID> people, Collection<UUID> wrote)
      throws SQLException {
    return new HashSet<>(
        transaction.list(
            """
            SELECT u.id FROM users u
             WHERE u.id = ANY (?)
               AND (u.who_can_add_to_groups = 'everyone'
                    OR u.who_can_add_to_groups = 'contacts'
                       AND (u.id = ANY (?)
                            OR EXISTS (SELECT 1 FROM follows f
                                        WHERE f.follower_id = u.id AND f.followee_id = ?)))
            """,
            row -> row.uuid("id"),
            Column.uuids(people),
            Column.uuids(wrote),
            person));
  }
}
