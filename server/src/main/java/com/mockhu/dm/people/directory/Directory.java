package com.mockhu.dm.people.directory;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.AccountRows;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.name.Usernames;
import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.people.write.PersonWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The host application's people, as it pushes them. */
public final class Directory {
  private final Database database;
  private final PersonWriter writer;
  private final Usernames usernames;

  public Directory(Database database, PersonWriter writer, Usernames usernames) {
    this.database = database;
    this.writer = writer;
    this.usernames = usernames;
  }

  Usernames usernames() {
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
   * All in one transaction; returns the new ones. The ids are distinct.
   *
   * @throws ApiException {@code username_taken} when that is so for at least one; nothing is stored
   */
  Set<UUID> putAll(Collection<Person> people) {
    return database.transaction(t -> writer.put(t, people));
  }

  /**
   * Changes what the body names; the rest stays.
   *
   * @throws ApiException {@code not_found}, {@code username_taken}
   */
  void patch(UUID userId, DirectoryLine body, boolean hasAvatarUrl) {
    database.transaction(
        t -> {
          // Under the lock, or a change of another field made meanwhile would be undone.
          Account present =
              t.first(
                      "SELECT" + AccountRows.COLUMNS + "FROM users WHERE id = ? FOR NO KEY UPDATE",
                      AccountRows::read,
                      userId)
                  .orElseThrow(Accounts::unknown);
          DirectoryLine whole = body.over(present, hasAvatarUrl);
          return writer.put(t, List.of(whole.person(userId.toString(), usernames)));
        });
  }

  /** Which of them cannot have the name they want. */
  Set<UUID> clashes(List<Person> people) {
    return database.read(t -> NameClashes.find(t, people));
  }
}
