package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.StartupException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.Set;

/** Makes the pool of connections; waiting for one is bounded, so that no request ever hangs. */
public final class Pool {
  private static final long LONGEST_WAIT_MILLIS = 2_500;
  private static final int CONNECT_SECONDS = 2;

  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

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

  /** {@code url} is a PostgreSQL URI: {@code postgresql://user:password@host:port/name?options}. */
  public static HikariDataSource open(String url, int size) {
    return new HikariDataSource(config(url, size));
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
    URI uri = uri(url);
    config.setJdbcUrl(jdbcUrl(uri));
    if (uri.getUserInfo() != null) {
      String[] login = uri.getRawUserInfo().split(":", 2);
      config.setUsername(decoded(login[0]));
      config.setPassword(login.length > 1 ? decoded(login[1]) : "");
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

  private static URI uri(String url) {
    try {
      URI uri = URI.create(url);
      if (SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw badUrl();
    }
    throw badUrl();
  }

  /** Without the URL itself: it holds a password. */
  private static StartupException badUrl() {
    return new StartupException(
        "The database URL (DM_DATABASE_URL) must look like postgresql://user:password@host:port/name.");
  }

  private static String jdbcUrl(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
  }

  private static String decoded(String text) {
    // A plus sign in a password is a plus sign; only percent escapes count in the user part.
    return java.net.URLDecoder.decode(
        text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
  }
}
