package com.mockhu.dm.identity.password;

import com.mockhu.dm.identity.session.Sessions;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.name.Usernames;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Caller;
import java.util.UUID;

/** New passwords of the built-in mode, chosen by their owner or set by the operator. */
public final class PasswordChange {
  private static final String HASH =
      "SELECT coalesce(password_hash, '') AS h FROM users WHERE id = ?";

  /** Nothing when another change came first, or the person is gone. */
  private static final String REPLACE =
      """
      UPDATE users SET password_hash = ?, updated_at = now()
       WHERE id = ? AND coalesce(password_hash, '') = coalesce(?, password_hash, '')
      """;

  private final Database database;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Accounts accounts;
  private final GuessLimit guesses;

  public PasswordChange(
      Database database,
      Passwords passwords,
      Sessions sessions,
      Accounts accounts,
      GuessLimit guesses) {
    this.database = database;
    this.passwords = passwords;
    this.sessions = sessions;
    this.accounts = accounts;
    this.guesses = guesses;
  }

  /**
   * Ends all sessions but the caller's. Whoever has only a token must not guess faster than at the
   * sign-in.
   *
   * @throws ApiException {@code unauthorized} for a wrong current password, {@code rate_limited}
   */
  void change(Caller caller, String current, String chosen, String address) {
    UUID userId = caller.userId();
    String name = Usernames.key(accounts.require(userId).username());
    PasswordRules.check(chosen, "new_password");
    guesses.admit(name, address);
    String known = database.read(t -> t.first(HASH, row -> row.text("h"), userId)).orElse("");
    if (!passwords.isCorrect(current, known.isEmpty() ? null : known)) {
      guesses.failed(name);
      throw wrong();
    }
    if (!replace(userId, passwords.hash(chosen), known, caller.sessionId())) {
      throw wrong();
    }
  }

  /**
   * Ends all sessions.
   *
   * @throws ApiException {@code not_found}
   */
  void reset(UUID userId, String chosen) {
    PasswordRules.check(chosen, "password");
    accounts.require(userId);
    if (!replace(userId, passwords.hash(chosen), null, null)) {
      throw Accounts.unknown();
    }
  }

  private boolean replace(UUID userId, String hash, String known, UUID kept) {
    return database.transaction(
        t -> {
          boolean isReplaced = t.update(REPLACE, hash, userId, known) > 0;
          if (isReplaced) {
            sessions.closeAll(t, userId, kept);
          }
          return isReplaced;
        });
  }

  private static ApiException wrong() {
    return ApiException.unauthorized("The current password is wrong.");
  }
}
