package com.mockhu.dm.support.person;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A group that is made by SQL, without the system message of its making; the first person owns it.
 */
public record Group(String id, List<Person> members) {

  public static Group of(Campus campus, Person... people) {
    // Its last bit tells that it is a group.
    UUID random = UUID.randomUUID();
    UUID id = new UUID(random.getMostSignificantBits(), random.getLeastSignificantBits() | 1);
    String members =
        Arrays.stream(people)
            .map(person -> "('" + person.id() + "'::uuid)")
            .collect(Collectors.joining(", "));
    String[] statements = {
      "INSERT INTO conversations (id, kind, creator_id, members_version, created_at)"
          + " VALUES ('%1$s', 1, '%2$s', 1, now())",
      "INSERT INTO groups (conversation_id, name) VALUES ('%1$s', 'By SQL')",
      "CREATE TEMPORARY TABLE people AS SELECT column1 AS user_id FROM (VALUES %3$s) v",
      "INSERT INTO members (conversation_id, user_id, role, joined_seq, joined_at)"
          + " SELECT '%1$s', user_id, CASE WHEN user_id = '%2$s' THEN 2 ELSE 0 END, 0, now()"
          + " FROM people",
      "UPDATE account_heads SET head = head + 1, conversations = conversations + 1,"
          + " latest_conversation_id = '%1$s', latest_since = head + 1"
          + " WHERE user_id IN (SELECT user_id FROM people)",
      "INSERT INTO participants (user_id, conversation_id, rank)"
          + " SELECT user_id, '%1$s', head FROM account_heads"
          + " WHERE user_id IN (SELECT user_id FROM people)",
      "INSERT INTO account_events (user_id, seq, kind, conversation_id)"
          + " SELECT user_id, head, 20, '%1$s' FROM account_heads"
          + " WHERE user_id IN (SELECT user_id FROM people)",
      "DROP TABLE people",
    };
    campus.changes(String.join(";\n", statements).formatted(id, people[0].id(), members));
    return new Group(id.toString(), List.of(people));
  }

  public List<Person> others(Person than) {
    return members.stream().filter(each -> !each.id().equals(than.id())).toList();
  }
}
