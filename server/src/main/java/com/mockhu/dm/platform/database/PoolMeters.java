package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;

/** How much of the connections is in use. */
public final class PoolMeters {
  private PoolMeters() {}

  /** {@code pools} by the name that stands in the label. */
  public static void add(Meters meters, Map<String, HikariDataSource> pools) {
    Samples connections = new Samples();
    Samples waiting = new Samples();
    Samples most = new Samples();
    pools.forEach(
        (name, pool) -> {
          var now = pool.getHikariPoolMXBean();
          connections.add(now::getActiveConnections, "pool", name, "state", "active");
          connections.add(now::getIdleConnections, "pool", name, "state", "idle");
          waiting.add(now::getThreadsAwaitingConnection, "pool", name);
          most.add(pool::getMaximumPoolSize, "pool", name);
        });
    meters.gauge("dm_db_pool_connections", "Connections to the database, by use", connections);
    meters.gauge("dm_db_pool_waiting", "Threads that wait for a connection", waiting);
    meters.gauge("dm_db_pool_max", "Most connections of a pool", most);
    meters.counter(
        "dm_db_nested_waits",
        "Waits for another thread while a connection was held; each is a fault of the server",
        Samples.of(WaitGuard::count));
  }
}
