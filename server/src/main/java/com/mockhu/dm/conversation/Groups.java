package com.mockhu.dm.conversation;

import com.mockhu.dm.feed.Appended;
import com.mockhu.dm.feed.Badge;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.FeedBatch;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Makes groups. No route leads here yet. */
public final class Groups {
  private final Database database;
  private final Feed feed;
  private final Clock clock;

  Groups(Database database, Feed feed, Clock clock) {
    this.database = database;
    this.feed = feed;
    this.clock = clock;
  }

  /** Puts the new group on top of everybody's inbox; the owner need not be among the members. */
  public UUID create(UUID owner, List<UUID> members) {
    LinkedHashSet<UUID> people = new LinkedHashSet<>();
    people.add(owner);
    people.addAll(members);
    UUID id = ConversationIds.nextGroup();
    database.transaction(
        transaction -> {
          create(transaction, id, List.copyOf(people));
          return null;
        });
    return id;
  }

  private void create(Transaction transaction, UUID id, List<UUID> people) throws SQLException {
    GroupSql.insert(transaction, id, people.getFirst(), clock.instant());
    FeedBatch batch = FeedBatch.empty();
    for (UUID person : people) {
      batch.add(person, ConversationEvents.CHANGED, id, null);
      batch.count(person, new Badge(0, 0, 1));
      batch.top(person, id);
    }
    Appended appended = feed.append(transaction, batch);
    List<Long> ranks = new ArrayList<>();
    people.forEach(person -> ranks.add(appended.seq(person, 1)));
    GroupSql.insertMembers(transaction, id, people, ranks, clock.instant());
  }
}
