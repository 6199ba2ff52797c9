package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Table {@code usernames}: which account has which name. A transaction that changes a name holds
 * the lock of the account's row in {@code users}, so that both tables agree.
 */
public final class UsernameSql {
  /**
   * In the order of names, so that two transactions that claim several names do not wait for each
   * other. A name that another transaction is releasing is waited for.
   */
  private static final String CLAIM =
      """
      INSERT INTO usernames (username, user_id)
      SELECT * FROM unnest(?::text[], ?::uuid[]) AS n (username, user_id) ORDER BY n.username
      ON CONFLICT (username) DO NOTHING
      """;

  private static final String RELEASE =
      """
      DELETE FROM usernames u USING unnest(?::text[], ?::uuid[]) AS n (username, user_id)
       WHERE u.username = n.username AND u.user_id = n.user_id
      """;

  private UsernameSql() {}

  /** A name, as it is compared, and the account that has or wants it. */
  public record Holding(String username, UUID userId) {}

  /** False when another account has one of the names; the transaction must then be rolled back. */
  public static boolean claim(Transaction t, List<Holding> wanted) throws SQLException {
    return wanted.isEmpty() || t.update(CLAIM, columns(wanted)) == wanted.size();
  }

  public static void release(Transaction t, List<Holding> held) throws SQLException {
    if (!held.isEmpty()) {
      t.update(RELEASE, columns(held));
    }
  }

  public static Optional<UUID> holder(Transaction t, String username) throws SQLException {
    return t.first(
        "SELECT user_id FROM usernames WHERE username = ?", row -> row.uuid("user_id"), username);
  }

  /** By name; free names are missing. */
  public static Map<String, UUID> holders(Transaction t, Collection<String> usernames)
      throws SQLException {
    Map<String, UUID> holders = new HashMap<>();
    t.list(
        "SELECT username, user_id FROM usernames WHERE username = ANY (?)",
        row -> holders.put(row.text("username"), row.uuid("user_id")),
        Column.texts(usernames, name -> name));
    return holders;
  }

  private static Object[] columns(List<Holding> holdings) {
    return new Object[] {
      Column.texts(holdings, Holding::username), Column.uuids(holdings, Holding::userId)
    };
  }
}
