package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.metric.Meters;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;

/** How much of the connections is in use. */
public final class PoolMeters {
  private PoolMeters() {}

  /** {@code pools} by the name that stands in the label. */
  public static void add(Meters meters, Map<String, HikariDataSource> pools) {
    meters.gauges(
        "dm_db_pool_connections",
        "Connections to the database, by use",
        values ->
            pools.forEach(
                (name, pool) -> {
                  var now = pool.getHikariPoolMXBean();
                  values.call(now.getActiveConnections(), name, "active");
                  values.call(now.getIdleConnections(), name, "idle");
                }),
        "pool",
        "state");
    meters.gauges(
        "dm_db_pool_waiting",
        "Threads that wait for a connection",
        values ->
            pools.forEach(
                (name, pool) ->
                    values.call(pool.getHikariPoolMXBean().getThreadsAwaitingConnection(), name)),
        "pool");
    meters.gauges(
        "dm_db_pool_max",
        "Most connections of a pool",
        values -> pools.forEach((name, pool) -> values.call(pool.getMaximumPoolSize(), name)),
        "pool");
    meters.counter(
        "dm_db_nested_waits",
        "Waits for another thread while a connection was held; each is a fault of the server",
        WaitGuard::count);
  }
}
