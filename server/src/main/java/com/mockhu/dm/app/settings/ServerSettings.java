package com.mockhu.dm.app.settings;

import com.mockhu.dm.app.api.ApiLimits;
import com.mockhu.dm.app.log.LogSettings;
import com.mockhu.dm.app.metric.MetricsSettings;
import com.mockhu.dm.file.FileSettings;
import com.mockhu.dm.identity.IdentitySettings;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.http.AllowedOrigins;
import com.mockhu.dm.platform.http.client.TrustedProxies;
import com.mockhu.dm.platform.http.connection.NetworkBounds;
import com.mockhu.dm.platform.http.exchange.HttpBounds;
import com.mockhu.dm.platform.limit.LimitSettings;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.settings.Secret;
import com.mockhu.dm.socket.SocketSettings;
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
public record ServerSettings(
    String host,
    int port,
    Path dataFolder,
    Optional<Secret> databaseUrl,
    int databaseConnections,
    boolean isUnsafeDatabaseAllowed,
    long diskLow,
    Duration longestStop,
    boolean isSocketCompressed,
    IdentitySettings identity,
    LimitSettings limits,
    FileSettings files,
    SocketSettings socket,
    HttpBounds bounds,
    NetworkBounds network,
    TrustedProxies proxies,
    AllowedOrigins origins,
    MetricsSettings metrics,
    LogSettings log,
    WebSettings web) {

  private static final List<String> COMING = List.of("DM_REDIS_URL");

  public static ServerSettings from(Environment environment) {
    ServerSettings settings =
        new ServerSettings(
            environment.text("DM_HOST", "127.0.0.1"),
            (int) environment.number("DM_PORT", 8080, 0, 65_535),
            Path.of(environment.text("DM_DATA_DIR", "./data")),
            environment.secret("DM_DATABASE_URL"),
            (int) environment.number("DM_DATABASE_CONNECTIONS", Pool.CONNECTIONS, 4, 500),
            environment.flag("DM_DATABASE_UNSAFE", false),
            environment.number("DM_DISK_LOW_MEGABYTES", 1_024, 0, 1L << 40) << 20,
            Duration.ofSeconds(environment.number("DM_SHUTDOWN_SECONDS", 30, 1, 600)),
            environment.flag("DM_SOCKET_COMPRESSION", false),
            IdentitySettings.from(environment),
            LimitSettings.from(environment, ApiLimits.ALL),
            FileSettings.from(environment),
            SocketSettings.from(environment),
            HttpBounds.from(environment),
            NetworkBounds.from(environment),
            TrustedProxies.from(environment),
            AllowedOrigins.from(environment),
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
