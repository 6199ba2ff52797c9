package com.mockhu.dm.account;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.DatabaseFault;
import com.mockhu.dm.platform.error.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The host application's people, as it pushes them. */
final class Directory {
  private final Database database;
  private final PersonWriter writer;

  Directory(Database database, PersonWriter writer) {
    this.database = database;
    this.writer = writer;
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
    try {
      return database.transaction(t -> writer.put(t, people));
    } catch (DatabaseFault e) {
      if (e.isDuplicate()) {
        throw PersonWriter.usernameTaken();
      }
      throw e;
    }
  }
}
