package com.mockhu.dm.support.database;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.lease.Leases;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;

/** A database of its own, with the leases of two servers that share it. */
public final class SharedDatabase implements AutoCloseable {
  private final HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 30);
  private final Database database = new Database(pool);
  private final Leases north = new Leases(database, UUID.randomUUID());
  private final Leases south = new Leases(database, UUID.randomUUID());

  public Database database() {
    return database;
  }

  public Leases north() {
    return north;
  }

  public Leases south() {
    return south;
  }

  public void changes(String sql) {
    database.transaction(t -> t.update(sql));
  }

  /** Ends the time of every lease now, as if its server had slept. */
  public void leasesLapse() {
    changes("UPDATE leases SET until = clock_timestamp()");
  }

  @Override
  public void close() {
    north.close();
    south.close();
    pool.close();
  }
}
