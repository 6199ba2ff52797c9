package com.mockhu.dm.presence;

import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.platform.node.Nodes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Stores when people were last online, in batches. */
final class LastSeen implements AutoCloseable {
  private static final int LARGEST_BATCH = 1_000;
  private static final int CAPACITY = 50_000;

  private final Database database;
  private final Clock clock;
  private final Nodes nodes;
  private final BatchWriter<Seen, Boolean> writer;

  private record Seen(UUID userId, Instant at) {}

  LastSeen(Database database, Clock clock, Nodes nodes) {
    this.nodes = nodes;
    nodes.whenOneDies(PresenceSql::recover);
    this.database = database;
    this.clock = clock;
    this.writer = new BatchWriter<>("last-seen", LARGEST_BATCH, CAPACITY, this::store);
  }

  /** Returns when it is stored, or could not be: people go offline in either case. */
  void now(UUID userId) {
    try {
      writer.submit(new Seen(userId, clock.instant())).join();
    } catch (CompletionException e) {
      Faults.log("Storing last_seen", e);
    }
  }

  private List<Boolean> store(List<Seen> all) {
    Map<UUID, Instant> times = new HashMap<>();
    all.forEach(seen -> times.merge(seen.userId, seen.at, LastSeen::later));
    store(times);
    return Collections.nCopies(all.size(), true);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void store(Map<UUID, Instant> times) {
    database.transaction(
        transaction -> {
          PresenceSql.seen(transaction, times);
          return null;
        });
  }

  /** Stores that they are online now, in case the server dies before they leave. */
  void alive(Collection<UUID> people) {
    List<UUID> all = List.copyOf(people);
    for (int from = 0; from < all.size(); from += LARGEST_BATCH) {
      List<UUID> some = all.subList(from, Math.min(from + LARGEST_BATCH, all.size()));
      writing(transaction -> PresenceSql.alive(transaction, some, clock.instant(), nodes.id()));
    }
  }

  /** Logs a failure: a wrong last_seen must not fail the caller. */
  private void writing(Work work) {
    try {
      database.transaction(
          transaction -> {
            work.run(transaction);
            return null;
          });
    } catch (RuntimeException e) {
      Faults.log("Storing last_seen", e);
    }
  }

  private interface Work {
    void run(Transaction transaction) throws SQLException;
  }

  /** Stores that all left now, for a server that stops. */
  void now(Collection<UUID> people) {
    Map<UUID, Instant> times = new HashMap<>();
    people.forEach(id -> times.put(id, clock.instant()));
    writing(transaction -> PresenceSql.seen(transaction, times));
  }

  @Override
  public void close() {
    writer.close();
  }
}
