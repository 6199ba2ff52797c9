package com.mockhu.dm.identity.signin;

import com.mockhu.dm.identity.password.PasswordRules;
import com.mockhu.dm.identity.password.PasswordSql;
import com.mockhu.dm.identity.password.Passwords;
import com.mockhu.dm.identity.session.IssuedSession;
import com.mockhu.dm.identity.session.Sessions;
import com.mockhu.dm.people.name.FullNameRules;
import com.mockhu.dm.people.name.NameSettings;
import com.mockhu.dm.people.name.Username;
import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.people.write.PersonWriter;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.util.List;

/** Signs people up in the built-in mode. */
public final class SignUp {
  public static final Reason USERNAME_RESERVED = new Reason("username_reserved");

  public static final RateLimit REGISTRATIONS_PER_ADDRESS_PER_MINUTE =
      new RateLimit("registrations_per_address_per_minute", 60);

  private final Database database;
  private final NameSettings names;
  private final Passwords passwords;
  private final PersonWriter writer;
  private final Sessions sessions;
  private final RateLimits limits;

  public SignUp(
      Database database,
      NameSettings names,
      Passwords passwords,
      PersonWriter writer,
      Sessions sessions,
      RateLimits limits) {
    this.database = database;
    this.names = names;
    this.passwords = passwords;
    this.writer = writer;
    this.sessions = sessions;
    this.limits = limits;
  }

  /** The body of the request. */
  record Form(String username, String fullName, String password) {}

  /**
   * A refused sign-up counts towards the limit too once its password has been hashed.
   *
   * @throws ApiException {@code username_taken}, {@code rate_limited}
   */
  IssuedSession register(Form form, String address) {
    Person person = person(form);
    String password = PasswordRules.check(form.password, "password");
    limits.charge(REGISTRATIONS_PER_ADDRESS_PER_MINUTE, address);
    String hash = passwords.hash(password);
    return database.transaction(
        t -> {
          writer.put(t, List.of(person));
          PasswordSql.set(t, person.id(), hash);
          return sessions.open(t, person.id());
        });
  }

  private Person person(Form form) {
    Username name = names.usernames().check(form.username);
    String fullName = FullNameRules.check(form.fullName);
    if (names.reserved().has(name)) {
      throw ApiException.refused(
          ErrorCode.USERNAME_TAKEN, USERNAME_RESERVED, "This username is reserved.");
    }
    return new Person(Ids.next(), name, fullName, null, List.of(), false);
  }
}
