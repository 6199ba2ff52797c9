package com.mockhu.dm.privacy;

import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.people.account.PersonLocks;
import com.mockhu.dm.people.search.Visibility;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The blocks between people. */
public final class Blocks implements Visibility {
  static final short CHANGED = 30;

  private final Database database;
  private final Feed feed;
  private final List<BlockListener> listeners = new ArrayList<>();

  Blocks(Database database, Feed feed) {
    this.database = database;
    this.feed = feed;
  }

  void add(BlockListener listener) {
    listeners.add(listener);
  }

  void block(UUID blocker, UUID blocked, String reason) {
    database.transaction(
        transaction -> {
          if (!PersonLocks.lock(transaction, blocker, blocked)) {
            throw ApiException.notFound("User not found");
          }
          if (BlockSql.add(transaction, blocker, blocked, reason)) {
            tell(transaction, blocker, blocked, true);
          }
          return null;
        });
  }

  void unblock(UUID blocker, UUID blocked) {
    database.transaction(
        transaction -> {
          PersonLocks.lock(transaction, blocker, blocked);
          if (BlockSql.remove(transaction, blocker, blocked)) {
            tell(transaction, blocker, blocked, false);
          }
          return null;
        });
  }

  private void tell(Transaction transaction, UUID blocker, UUID blocked, boolean isBlocked)
      throws SQLException {
    FeedBatch batch = FeedBatch.empty();
    for (BlockListener listener : listeners) {
      listener.blockChanged(transaction, batch, blocker, blocked, isBlocked);
    }
    batch.add(blocker, CHANGED, null, blocked);
    feed.append(transaction, batch);
  }

  /** Those of {@code people} whom {@code blocker} blocked. */
  public Set<UUID> blockedBy(Transaction transaction, UUID blocker, Collection<UUID> people)
      throws SQLException {
    return people.isEmpty() ? Set.of() : BlockSql.blockedAmong(transaction, blocker, people);
  }

  /** People with a block in either direction: neither sees the other's presence. */
  public Set<UUID> eitherWay(UUID viewer, Collection<UUID> people) {
    return database.read(
        transaction -> {
          Set<UUID> all = blockedBy(transaction, viewer, people);
          all = new HashSet<>(all);
          all.addAll(hiddenFrom(viewer, people));
          return all;
        });
  }

  @Override
  public Set<UUID> hiddenFrom(UUID viewer, Collection<UUID> people) {
    return people.isEmpty()
        ? Set.of()
        : database.read(transaction -> BlockSql.blockersAmong(transaction, viewer, people));
  }
}
