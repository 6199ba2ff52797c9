package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Database;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Disables and enables accounts (behaviour §2.18). Repeating either changes nothing. */
public final class DisableAccount {
  private final Database database;
  private final Accounts accounts;
  private final AccountListeners listeners;
  private final Clock clock;

  public DisableAccount(
      Database database, Accounts accounts, AccountListeners listeners, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code not_found}
   */
  public void disable(UUID userId) {
    database.transaction(
        t -> {
          int known =
              t.update(
                  "UPDATE users SET disabled_at = coalesce(disabled_at, ?) WHERE id = ?",
                  clock.instant(),
                  userId);
          requireOne(known);
          t.afterCommit(
              () -> {
                accounts.changed(userId);
                listeners.disabled(userId);
              });
          return null;
        });
  }

  /**
   * Listeners are told of a changed profile, so that clients whose messages were refused try again.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code not_found}
   */
  public void enable(UUID userId) {
    accounts.require(userId);
    database.transaction(
        t -> {
          int enabled =
              t.update(
                  "UPDATE users SET disabled_at = NULL WHERE id = ? AND disabled_at IS NOT NULL",
                  userId);
          t.afterCommit(() -> accounts.changed(userId));
          if (enabled > 0) {
            listeners.profilesChanged(t, Set.of(userId));
          }
          return null;
        });
  }

  private static void requireOne(int rows) {
    if (rows == 0) {
      throw Accounts.unknown();
    }
  }
}
