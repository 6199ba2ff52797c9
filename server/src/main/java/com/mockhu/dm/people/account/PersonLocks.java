package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Locks the rows of two people: for blocking and for making their conversation, where the two may
 * have no other row in common. It is the first lock of a transaction.
 */
public final class PersonLocks {
  private PersonLocks() {}

  /** Locks those of the people who are there, in the order of their ids. */
  public static void lockAll(Transaction transaction, Collection<UUID> people) {
    if (!people.isEmpty()) {
      transaction.later(
          "SELECT id FROM users WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE",
          Column.uuids(people));
    }
  }

  /** False when one of them is not there, or not any more. */
  public static boolean lock(Transaction transaction, UUID one, UUID other) throws SQLException {
    return transaction
            .list(
                "SELECT id FROM users WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE",
                row -> row.uuid("id"),
                Column.uuids(List.of(one, other)))
            .size()
        == 2;
  }
}
