package com.mockhu.dm.people.directory;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.AccountRows;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.people.write.PersonWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Stores the people whom the host application pushes. */
public final class Directory {
  private final Database database;
  private final PersonWriter writer;
  private final UsernameRules usernames;

  public Directory(Database database, PersonWriter writer, UsernameRules usernames) {
    this.database = database;
    this.writer = writer;
    this.usernames = usernames;
  }

  UsernameRules usernames() {
    return usernames;
  }

  /**
   * True when the person is new.
   *
   * @throws ApiException {@code username_taken}
   */
  boolean put(Person person) {
    return !putAll(List.of(person)).isEmpty();
  }

  /**
   * Stores all in one transaction and returns the new ones. The ids must be distinct.
   *
   * @throws ApiException {@code username_taken} when at least one name is taken; then nothing is
   *     stored
   */
  Set<UUID> putAll(Collection<Person> people) {
    return database.transaction(t -> writer.put(t, people));
  }

  /**
   * Changes the fields that the body contains.
   *
   * @throws ApiException {@code not_found}, {@code username_taken}
   */
  void patch(UUID userId, DirectoryEntry body, boolean hasAvatarUrl) {
    database.transaction(
        t -> {
          // The lock keeps a concurrent change of another field from being overwritten.
          Account present =
              t.first(
                      "SELECT" + AccountRows.COLUMNS + "FROM users WHERE id = ? FOR NO KEY UPDATE",
                      AccountRows::read,
                      userId)
                  .orElseThrow(Accounts::unknown);
          DirectoryEntry whole = body.over(present, hasAvatarUrl);
          return writer.put(t, List.of(whole.person(userId.toString(), usernames)));
        });
  }

  /** The people whose wanted name is taken. */
  Set<UUID> clashes(List<Person> people) {
    return database.read(t -> NameClashes.find(t, people));
  }
}
