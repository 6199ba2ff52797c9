package com.mockhu.dm.identity.password;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Table {@code passwords}. People whom the host application signs in have no row. */
public final class PasswordSql {
  /** The row in {@code users} stays locked, so that a person deleted meanwhile gets no password. */
  private static final String SET =
      """
      INSERT INTO passwords (user_id, hash) SELECT id, ? FROM users WHERE id = ? FOR KEY SHARE
      ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash
      """;

  /** The locks hold until the session is stored: neither row can change before. */
  private static final String IS_DISABLED =
      """
      SELECT u.disabled_at IS NOT NULL AS is_disabled
        FROM passwords p JOIN users u ON u.id = p.user_id
       WHERE p.user_id = ? AND p.hash = ? FOR SHARE
      """;

  private PasswordSql() {}

  public static Optional<String> hash(Transaction t, UUID userId) throws SQLException {
    return t.first("SELECT hash FROM passwords WHERE user_id = ?", row -> row.text("hash"), userId);
  }

  /** False when there is no such person. */
  public static boolean set(Transaction t, UUID userId, String hash) throws SQLException {
    return t.update(SET, hash, userId) > 0;
  }

  /** False when the password is no longer the one of {@code known}, or the person is deleted. */
  static boolean replace(Transaction t, UUID userId, String hash, String known)
      throws SQLException {
    return t.update(
            "UPDATE passwords SET hash = ? WHERE user_id = ? AND hash = ?", hash, userId, known)
        > 0;
  }

  /** Whether the account is disabled; empty when the password is no longer that of the hash. */
  public static Optional<Boolean> isDisabled(Transaction t, UUID userId, String hash)
      throws SQLException {
    return t.first(IS_DISABLED, row -> row.truth("is_disabled"), userId, hash);
  }
}
