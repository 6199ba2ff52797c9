package com.mockhu.dm.people.write;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes the followers that the host application pushes. */
final class FollowerSql {
  private static final String ADD =
      """
      INSERT INTO follows (follower_id, followee_id)
      SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String REMOVE_OTHERS =
      """
      DELETE FROM follows f
       WHERE f.followee_id = ANY (?)
         AND NOT EXISTS (SELECT 1 FROM unnest(?::uuid[], ?::uuid[]) AS n (follower, followee)
                          WHERE n.follower = f.follower_id AND n.followee = f.followee_id)
      """;

  private FollowerSql() {}

  private record Follow(UUID follower, UUID followee) {}

  static void write(Transaction t, Collection<Person> people) throws SQLException {
    List<UUID> replaced =
        people.stream().filter(Person::replacesFollowers).map(Person::id).toList();
    List<Follow> follows = new ArrayList<>();
    for (Person person : people) {
      person.followers().stream()
          .filter(follower -> !follower.equals(person.id()))
          .forEach(follower -> follows.add(new Follow(follower, person.id())));
    }
    Column followers = Column.uuids(follows, Follow::follower);
    Column followees = Column.uuids(follows, Follow::followee);
    if (!replaced.isEmpty()) {
      t.update(REMOVE_OTHERS, Column.uuids(replaced), followers, followees);
    }
    if (!follows.isEmpty()) {
      t.update(ADD, followers, followees);
    }
  }
}
