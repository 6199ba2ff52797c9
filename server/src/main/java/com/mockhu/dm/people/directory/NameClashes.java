package com.mockhu.dm.people.directory;

import com.mockhu.dm.people.account.UsernameSql;
import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the people of one push whose usernames stay taken by others after the push. */
final class NameClashes {
  private final List<Person> people;
  private final Map<String, UUID> holders;
  private final Map<UUID, String> wanted = new HashMap<>();
  private final Set<UUID> refused = new HashSet<>();

  /** {@code holders}: the accounts that have the wanted names now. */
  NameClashes(List<Person> people, Map<String, UUID> holders) {
    this.people = people;
    this.holders = holders;
    people.forEach(person -> wanted.put(person.id(), person.username().key()));
  }

  static Set<UUID> find(Transaction t, List<Person> people) throws SQLException {
    List<String> names = people.stream().map(person -> person.username().key()).toList();
    return new NameClashes(people, UsernameSql.holders(t, names)).refused();
  }

  /**
   * A refused person keeps their old name, which may refuse another one: repeats until nothing
   * changes.
   */
  Set<UUID> refused() {
    int before;
    do {
      before = refused.size();
      Map<String, UUID> given = new HashMap<>();
      for (Person person : people) {
        if (!refused.contains(person.id()) && !isFree(person, given)) {
          refused.add(person.id());
        }
      }
    } while (refused.size() > before);
    return refused;
  }

  private boolean isFree(Person person, Map<String, UUID> given) {
    String name = person.username().key();
    UUID holder = holders.get(name);
    boolean isHeld = holder != null && !holder.equals(person.id()) && staysWith(holder, name);
    return !isHeld && given.putIfAbsent(name, person.id()) == null;
  }

  private boolean staysWith(UUID holder, String name) {
    return refused.contains(holder)
        || !wanted.containsKey(holder)
        || wanted.get(holder).equals(name);
  }
}
