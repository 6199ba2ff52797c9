package com.mockhu.dm.identity.password;

import com.mockhu.dm.identity.session.Sessions;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Caller;
import java.util.UUID;

/** Sets new passwords in the built-in mode, chosen by their owner or by the operator. */
public final class ChangePassword {
  private final Database database;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Accounts accounts;
  private final GuessLimit guesses;

  public ChangePassword(
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
   * Ends all sessions but the caller's. Guesses count towards the limit of the sign-in, so that a
   * stolen token does not allow faster guessing.
   *
   * @throws ApiException {@code unauthorized} for a wrong current password, {@code rate_limited}
   */
  void change(Caller caller, String current, String chosen, String address) {
    UUID userId = caller.userId();
    String name = UsernameRules.key(accounts.require(userId).username());
    PasswordRules.check(chosen, "new_password");
    guesses.admit(name, address);
    String known = database.read(t -> PasswordSql.hash(t, userId)).orElse(null);
    if (!passwords.isCorrect(current, known)) {
      guesses.failed(name);
      throw wrong();
    }
    String hash = passwords.hash(chosen);
    if (!store(userId, caller.sessionId(), t -> PasswordSql.replace(t, userId, hash, known))) {
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
    String hash = passwords.hash(chosen);
    if (!store(userId, null, t -> PasswordSql.set(t, userId, hash))) {
      throw Accounts.unknown();
    }
  }

  private boolean store(UUID userId, UUID keptSession, Database.Work<Boolean> writing) {
    return database.transaction(
        t -> {
          boolean isStored = writing.in(t);
          if (isStored) {
            sessions.closeAll(t, userId, keptSession);
          }
          return isStored;
        });
  }

  private static ApiException wrong() {
    return ApiException.unauthorized("The current password is wrong.");
  }
}
