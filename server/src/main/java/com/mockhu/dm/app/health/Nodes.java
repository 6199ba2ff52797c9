package com.mockhu.dm.app.health;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.health.Dependency;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds other servers on the same database, by a row that each renews. A server that was killed
 * leaves its row, so only one whose row was seen to move counts.
 *
 * <p>Threads: one at a time.
 */
public final class Nodes implements AutoCloseable {
  private static final Duration FRESH = Duration.ofMillis(250);

  private final Database database;
  private final UUID id = UUID.randomUUID();
  private final Map<UUID, Instant> beats = new HashMap<>();
  private final Set<UUID> living = new HashSet<>();
  private volatile boolean isAlone = true;

  public Nodes(Database database) {
    this.database = database;
  }

  public Dependency dependency() {
    return new Dependency("servers", false, FRESH, () -> isAlone ? Dependency.OK : "several");
  }

  /** Renews this server's row and looks at the others'. */
  void beat() {
    Map<UUID, Instant> now =
        database.transaction(
            transaction -> {
              NodeSql.beat(transaction, id);
              NodeSql.forget(transaction);
              return NodeSql.others(transaction, id);
            });
    now.forEach(
        (other, at) -> {
          Instant before = beats.put(other, at);
          if (before != null && at.isAfter(before)) {
            living.add(other);
          }
        });
    beats.keySet().retainAll(now.keySet());
    living.retainAll(now.keySet());
    isAlone = living.isEmpty();
  }

  /** The next server need not wait until the row has lapsed. */
  @Override
  public void close() {
    database.transaction(
        transaction -> {
          NodeSql.remove(transaction, id);
          return null;
        });
  }
}
