package com.mockhu.dm.app;

import com.mockhu.dm.account.AccountSettings;
import com.mockhu.dm.app.log.LogSettings;
import com.mockhu.dm.app.metric.MetricsSettings;
import com.mockhu.dm.feed.FeedSettings;
import com.mockhu.dm.file.FileSettings;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.http.HttpBounds;
import com.mockhu.dm.platform.http.client.TrustedProxies;
import com.mockhu.dm.platform.http.connection.NetworkBounds;
import com.mockhu.dm.platform.limit.LimitSettings;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.settings.Secret;
import com.mockhu.dm.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set from outside (docs/settings.md).
 *
 * @param databaseUrl empty means the embedded database
 * @param databaseConnections most at once
 * @param diskLow free bytes below which a disk counts as low
 * @param longestStop after which the process ends, finished or not
 * @param isSocketCompressed offers {@code permessage-deflate} (RFC 7692)
 * @param isUnsafeDatabaseAllowed run on a database that may forget what it confirmed
 */
record ServerSettings(
    String host,
    int port,
    Path dataFolder,
    Optional<Secret> databaseUrl,
    int databaseConnections,
    boolean isUnsafeDatabaseAllowed,
    long diskLow,
    Duration longestStop,
    boolean isSocketCompressed,
    AccountSettings account,
    LimitSettings limits,
    FileSettings files,
    FeedSettings feed,
    HttpBounds bounds,
    NetworkBounds network,
    TrustedProxies proxies,
    MetricsSettings metrics,
    LogSettings log,
    WebSettings web) {

  private static final List<String> COMING = List.of("DM_REDIS_URL");

  static ServerSettings from(Environment environment) {
    ServerSettings settings =
        new ServerSettings(
            environment.text("DM_HOST", "127.0.0.1"),
            (int) environment.number("DM_PORT", 8080, 0, 65_535),
            Path.of(environment.text("DM_DATA_DIR", "./data")),
            environment.secret("DM_DATABASE_URL"),
            (int) environment.number("DM_DATABASE_CONNECTIONS", 16, 4, 500),
            environment.flag("DM_DATABASE_UNSAFE", false),
            environment.number("DM_DISK_LOW_MEGABYTES", 1_024, 0, 1L << 40) << 20,
            Duration.ofSeconds(environment.number("DM_SHUTDOWN_SECONDS", 30, 1, 600)),
            environment.flag("DM_SOCKET_COMPRESSION", false),
            AccountSettings.from(environment),
            LimitSettings.from(environment),
            FileSettings.from(environment),
            FeedSettings.from(environment),
            HttpBounds.from(environment),
            NetworkBounds.from(environment),
            TrustedProxies.from(environment),
            MetricsSettings.from(environment, Path.of(environment.text("DM_DATA_DIR", "./data"))),
            LogSettings.from(environment),
            WebSettings.from(environment));
    refuseComing(environment);
    environment.refuseUnknown();
    return settings;
  }

  /** Silence would let an operator believe that what they set is at work. */
  private static void refuseComing(Environment environment) {
    for (String name : COMING) {
      if (environment.secret(name).isPresent()) {
        throw new StartupException(name + " is set, but this version cannot use it yet.");
      }
    }
  }

  boolean isPublic() {
    return !List.of("127.0.0.1", "localhost", "::1").contains(host);
  }
}
