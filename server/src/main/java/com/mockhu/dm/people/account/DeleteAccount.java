package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Removes a person and all their rows, in one transaction. */
public final class DeleteAccount {
  /** The lock keeps others from adding rows about the person while theirs are removed. */
  private static final String LOCK = "SELECT id, username FROM users WHERE id = ? FOR UPDATE";

  private final Database database;
  private final Accounts accounts;
  private final AccountListeners listeners;

  public DeleteAccount(Database database, Accounts accounts, AccountListeners listeners) {
    this.database = database;
    this.accounts = accounts;
    this.listeners = listeners;
  }

  /** Does nothing when there is no such person. */
  public void delete(UUID userId) {
    database.longTransaction(
        t -> {
          Optional<UsernameSql.Holding> name =
              t.first(
                  LOCK,
                  row -> new UsernameSql.Holding(row.text("username"), row.uuid("id")),
                  userId);
          if (name.isPresent()) {
            remove(t, name.get());
          }
          return null;
        });
  }

  private void remove(Transaction t, UsernameSql.Holding name) throws SQLException {
    UUID userId = name.userId();
    // Before all listeners: a socket that they close may ask at once whether its account exists.
    t.afterCommit(() -> accounts.changed(userId));
    UsernameSql.release(t, List.of(name));
    listeners.deleting(t, userId);
    t.update("DELETE FROM follows WHERE follower_id = ? OR followee_id = ?", userId, userId);
    // Sessions, refresh tokens, tickets, passwords and search words are removed by foreign keys.
    t.update("DELETE FROM users WHERE id = ?", userId);
    t.afterCommit(() -> listeners.deleted(userId));
  }
}
