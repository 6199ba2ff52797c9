package com.mockhu.dm.platform.node;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.health.Dependency;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds other servers on the same database, by a row that each renews every 5 seconds. A server
 * that was killed leaves its row, so only one whose row was seen to move counts as living; after 15
 * seconds without a beat it counts as dead.
 *
 * <p>Threads: one at a time.
 */
public final class Nodes implements AutoCloseable {
  private static final Duration FRESH = Duration.ofMillis(250);

  private final Database database;
  private final UUID id = UUID.randomUUID();
  private final Map<UUID, Instant> beats = new HashMap<>();
  private final Set<UUID> living = new HashSet<>();
  private final List<DeathListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean isAlone = true;

  /** Settles what a dead server left behind. */
  @FunctionalInterface
  public interface DeathListener {
    void died(Transaction transaction, UUID nodeId) throws SQLException;
  }

  public Nodes(Database database) {
    this.database = database;
  }

  /** Of this server; another one at each start. */
  public UUID id() {
    return id;
  }

  public void whenOneDies(DeathListener listener) {
    listeners.add(listener);
  }

  public Dependency dependency() {
    return new Dependency("servers", false, FRESH, () -> isAlone ? Dependency.OK : "several");
  }

  /** Renews this server's row and looks at the others'. */
  public void beat() {
    Map<UUID, Instant> others =
        database.transaction(
            transaction -> {
              NodeSql.beat(transaction, id);
              return NodeSql.others(transaction, id);
            });
    List<UUID> dead = others.isEmpty() ? List.of() : database.read(t -> NodeSql.dead(t, id));
    dead.forEach(others::remove);
    compare(others);
    dead.forEach(this::bury);
  }

  private void compare(Map<UUID, Instant> now) {
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

  private void bury(UUID dead) {
    database.longTransaction(
        transaction -> {
          if (NodeSql.bury(transaction, dead)) {
            for (DeathListener listener : listeners) {
              listener.died(transaction, dead);
            }
          }
          return null;
        });
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
