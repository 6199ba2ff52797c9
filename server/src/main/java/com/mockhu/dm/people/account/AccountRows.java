package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Row;
import java.sql.SQLException;

/** Reads rows of {@code users}. */
public final class AccountRows {
  public static final String COLUMNS =
      """
       id, coalesce(username_shown, username) AS username, full_name, avatar_url, who_can_message,
      read_receipts, show_online, disabled_at IS NOT NULL AS is_disabled
      """;

  private AccountRows() {}

  public static Account read(Row row) throws SQLException {
    return new Account(
        row.uuid("id"),
        row.text("username"),
        row.text("full_name"),
        row.text("avatar_url"),
        new AccountPreferences(
            WhoCanMessage.parse(row.text("who_can_message")),
            row.truth("read_receipts"),
            row.truth("show_online")),
        row.truth("is_disabled"));
  }
}
