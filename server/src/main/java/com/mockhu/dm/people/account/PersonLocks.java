package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Locks the rows of two people: for blocking and for making their conversation, where the two may
 * have no other row in common. It is the first lock of a transaction.
 */
public final class PersonLocks {
  private PersonLocks() {}

  /** False when one of them does not exist. */
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
