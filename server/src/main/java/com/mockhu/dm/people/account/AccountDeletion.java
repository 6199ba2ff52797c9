package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** Removes a person and all that is kept of them, in one transaction. */
public final class AccountDeletion {
  private final Database database;
  private final Accounts accounts;
  private final AccountListeners listeners;

  public AccountDeletion(Database database, Accounts accounts, AccountListeners listeners) {
    this.database = database;
    this.accounts = accounts;
    this.listeners = listeners;
  }

  /** Of somebody who is not there, nothing. */
  public void delete(UUID userId) {
    database.longTransaction(
        t -> {
          // The lock keeps others from adding rows about the person while theirs are removed.
          if (t.exists("SELECT 1 FROM users WHERE id = ? FOR UPDATE", userId)) {
            remove(t, userId);
          }
          return null;
        });
  }

  private void remove(Transaction t, UUID userId) throws SQLException {
    // First of all: a socket that is closed now may ask at once whether its account is still there.
    t.afterCommit(() -> accounts.changed(userId));
    listeners.deleting(t, userId);
    t.update("DELETE FROM follows WHERE follower_id = ? OR followee_id = ?", userId, userId);
    // Sessions, refresh tokens, tickets and search words go with the row.
    t.update("DELETE FROM users WHERE id = ?", userId);
    t.afterCommit(() -> listeners.deleted(userId));
  }
}
