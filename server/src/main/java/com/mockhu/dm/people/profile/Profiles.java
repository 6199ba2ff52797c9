package com.mockhu.dm.people.profile;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.AccountListeners;
import com.mockhu.dm.people.account.AccountPreferences;
import com.mockhu.dm.people.account.AccountRows;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.people.account.WhoCanMessage;
import com.mockhu.dm.people.write.PersonWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** Changes the own profile and settings of a person. */
public final class Profiles {
  /** An unchanged value updates no row, so that no event is sent. */
  private static final String RENAME =
      """
      UPDATE users SET full_name = ?, updated_at = now()
       WHERE id = ? AND full_name IS DISTINCT FROM ?::text
      """;

  private static final String SHOW =
      """
      UPDATE users SET avatar_url = ?, updated_at = now()
       WHERE id = ? AND avatar_url IS DISTINCT FROM ?::text
      """;

  private final Database database;
  private final Accounts accounts;
  private final PersonWriter writer;
  private final AccountListeners listeners;

  public Profiles(
      Database database, Accounts accounts, PersonWriter writer, AccountListeners listeners) {
    this.database = database;
    this.accounts = accounts;
    this.writer = writer;
    this.listeners = listeners;
  }

  /** Null keeps the present value. */
  record Choice(String whoCanMessage, Boolean readReceipts, Boolean showOnline) {}

  UserView rename(UUID userId, String fullName) {
    return change(userId, RENAME, fullName);
  }

  /** Null removes the avatar. */
  UserView setAvatar(UUID userId, String avatarUrl) {
    return change(userId, SHOW, avatarUrl);
  }

  AccountPreferences choose(UUID userId, Choice choice) {
    String who =
        choice.whoCanMessage == null ? null : WhoCanMessage.parse(choice.whoCanMessage).word();
    return database.transaction(
        t -> {
          t.update(
              """
              UPDATE users SET who_can_message = coalesce(?, who_can_message),
                read_receipts = coalesce(?, read_receipts),
                show_online = coalesce(?, show_online), updated_at = now()
              WHERE id = ?
              """,
              who,
              choice.readReceipts,
              choice.showOnline,
              userId);
          // Before all listeners: what they do after the commit must find the new state.
          t.afterCommit(() -> accounts.changed(userId));
          listeners.preferencesChanged(t, userId);
          if (choice.showOnline != null) {
            listeners.visibilityChanged(t, userId);
          }
          return present(t, userId).preferences();
        });
  }

  private UserView change(UUID userId, String sql, String value) {
    return database.transaction(
        t -> {
          int changed = t.update(sql, value, userId, value);
          Account now = present(t, userId);
          if (changed > 0) {
            writer.changed(t, now);
          }
          return now.view();
        });
  }

  private static Account present(Transaction t, UUID userId) throws SQLException {
    return t.first(
            "SELECT" + AccountRows.COLUMNS + "FROM users WHERE id = ?", AccountRows::read, userId)
        .orElseThrow(Accounts::unknown);
  }
}
