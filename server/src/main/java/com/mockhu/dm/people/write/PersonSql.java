package com.mockhu.dm.people.write;

import com.mockhu.dm.people.name.Username;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes names and pictures in table {@code users}, for one person or for a thousand. */
final class PersonSql {
  private static final String INSERT =
      """
      INSERT INTO users (id, username, username_shown, full_name, avatar_url)
      SELECT * FROM unnest(?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING id
      """;

  private static final String LOCK =
      """
      SELECT id, username, username_shown, full_name, avatar_url FROM users
       WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE
      """;

  private static final String UPDATE =
      """
      UPDATE users SET username = n.username, username_shown = n.shown, full_name = n.full_name,
             avatar_url = n.avatar_url, updated_at = now()
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
             AS n (id, username, shown, full_name, avatar_url)
       WHERE users.id = n.id
      """;

  private PersonSql() {}

  /**
   * The rows of a batch, all locked.
   *
   * @param created the people who had no row before
   * @param before what the rows of the others hold
   */
  record Locked(Set<UUID> created, Map<UUID, Person> before) {
    boolean isChanged(Person person) {
      Person known = before.get(person.id());
      return known != null && !known.hasSameProfile(person);
    }
  }

  /**
   * Inserts people without a row, and locks the rows of the others. Two transactions with the same
   * new person wait for each other here, before either claims a name.
   */
  static Locked insertOrLock(Transaction t, List<Person> people) throws SQLException {
    Locked locked = new Locked(new HashSet<>(), new HashMap<>());
    List<Person> missing = new ArrayList<>(people);
    // Again only for rows that are deleted between the two statements.
    while (!missing.isEmpty()) {
      locked.created.addAll(t.list(INSERT, row -> row.uuid("id"), columns(missing)));
      missing.removeIf(person -> locked.created.contains(person.id()));
      if (!missing.isEmpty()) {
        t.list(LOCK, PersonSql::person, Column.uuids(missing, Person::id))
            .forEach(person -> locked.before.put(person.id(), person));
      }
      missing.removeIf(person -> locked.before.containsKey(person.id()));
    }
    return locked;
  }

  static void update(Transaction t, List<Person> changed) throws SQLException {
    if (!changed.isEmpty()) {
      t.update(UPDATE, columns(changed));
    }
  }

  private static Object[] columns(List<Person> people) {
    return new Object[] {
      Column.uuids(people, Person::id),
      Column.texts(people, person -> person.username().key()),
      Column.texts(people, PersonSql::shown),
      Column.texts(people, Person::fullName),
      Column.texts(people, Person::avatarUrl)
    };
  }

  /** Null where it equals the key. */
  private static String shown(Person person) {
    String shown = person.username().shown();
    return shown.equals(person.username().key()) ? null : shown;
  }

  private static Person person(Row row) throws SQLException {
    String key = row.text("username");
    String shown = row.text("username_shown");
    return new Person(
        row.uuid("id"),
        new Username(key, shown == null ? key : shown),
        row.text("full_name"),
        row.text("avatar_url"),
        List.of(),
        false);
  }
}
