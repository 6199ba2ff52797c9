package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.database.start.DatabaseUrl;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;

/** Makes the pool of connections; waiting for one is bounded, so that no request ever hangs. */
public final class Pool {
  /** For requests, where no setting says otherwise. */
  public static final int CONNECTIONS = 16;

  /** One person may use half of the requests' connections at a time. */
  public static final int SHARE = 2;

  public static final List<Limit> LIMITS =
      List.of(new FixedLimit("requests_at_once", CONNECTIONS / SHARE));

  private static final long LONGEST_WAIT_MILLIS = 2_500;
  private static final int CONNECT_SECONDS = 2;

  /** No request may wait longer for a database that has stopped answering. */
  private static final int SOCKET_SECONDS = 4;

  private static final String UUID_ARRAY_OID = "2951";

  private Pool() {}

  /**
   * Statements on batches are planned once, when tables may still be empty, and a batch joins a
   * short list with a table of any size: looking each row up by its key is never far from the best
   * plan, and a scan chosen for an empty table would be fatal for a full one.
   */
  private static final String BY_KEY =
      """
      SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
      SET enable_bitmapscan = off; SET plan_cache_mode = force_generic_plan
      """;

  /**
   * Planning a page of history again for each execution cost more than twice what reading it does,
   * and no statement needs another plan for other values. An ANALYZE still makes new plans.
   */
  private static final String PLANNED_ONCE = "SET plan_cache_mode = force_generic_plan";

  /** {@code url} is a PostgreSQL URI: {@code postgresql://user:password@host:port/name?options}. */
  public static HikariDataSource open(String url, int size) {
    HikariConfig config = config(url, size);
    config.setConnectionInitSql(PLANNED_ONCE);
    return new HikariDataSource(config);
  }

  /** As {@link #open}, for work at the start that may have to wait for another node's. */
  public static HikariDataSource openPatiently(String url, int size) {
    HikariConfig config = config(url, size);
    set(config, "socketTimeout", 0);
    return new HikariDataSource(config);
  }

  /** As {@link #open}, for writers of batches. */
  public static HikariDataSource openForBatches(String url, int size) {
    HikariConfig config = config(url, size);
    config.setConnectionInitSql(BY_KEY);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(String url, int size) {
    HikariConfig config = new HikariConfig();
    DatabaseUrl address = DatabaseUrl.parse(url);
    config.setJdbcUrl(address.jdbc());
    if (!address.user().isEmpty()) {
      config.setUsername(address.user());
      config.setPassword(address.password().value());
    }
    config.setPoolName("database");
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(size, 4));
    config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    set(config, "connectTimeout", CONNECT_SECONDS);
    set(config, "loginTimeout", CONNECT_SECONDS);
    set(config, "socketTimeout", SOCKET_SECONDS);
    set(config, "tcpKeepAlive", true);
    set(config, "prepareThreshold", 3);
    // PostgreSQL adds the failing row to its message, which ends up in the log; rows are letters.
    set(config, "logServerErrorDetail", false);
    config.addDataSourceProperty("binaryTransferEnable", UUID_ARRAY_OID);
    config.addDataSourceProperty("ApplicationName", "mockhu-dm");
    return config;
  }

  /** As text: what is no text reaches the driver, which then does as if it were not there. */
  private static void set(HikariConfig config, String property, Object value) {
    config.addDataSourceProperty(property, value.toString());
  }
}
