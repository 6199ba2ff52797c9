package com.mockhu.dm.app.health;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.node.Nodes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every check each few seconds, whether or not a probe asks: each change is a line of the
 * log, and the latest word a metric.
 */
public final class HealthWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Dependencies dependencies;
  private final Nodes nodes;
  private final Map<String, String> latest = new ConcurrentHashMap<>();
  private volatile boolean isClosed;
  private Thread thread;

  public HealthWatch(Dependencies dependencies, Nodes nodes) {
    this.dependencies = dependencies;
    this.nodes = nodes;
  }

  /** Returns after the first look, so that what is wrong is said before the server is ready. */
  public void start() {
    look();
    thread = Thread.ofVirtual().name("health-watch").start(this::run);
  }

  private void run() {
    while (!isClosed) {
      LockSupport.parkNanos(INTERVAL.toNanos());
      if (!isClosed) {
        look();
      }
    }
  }

  void look() {
    try {
      nodes.beat();
    } catch (ApiException e) {
      // The check of the database says so.
      LOG.debug("No beat: {}", e.getMessage());
    } catch (RuntimeException e) {
      Faults.log("The sign of life", e);
    }
    dependencies.state().checks().forEach(this::compare);
  }

  private void compare(String check, String word) {
    String before = latest.put(check, word);
    if (word.equals(before == null ? Dependency.OK : before)) {
      return;
    }
    if (word.equals(Dependency.OK)) {
      LOG.info("Health: {} is ok again", check);
    } else {
      LOG.warn("Health: {} is {}: {}", check, word, meaning(check));
    }
  }

  private static String meaning(String check) {
    return switch (check) {
      case "database" -> "requests are refused with 503";
      case "storage" -> "files cannot be kept (DM_STORAGE, DM_DATA_DIR)";
      case "scanner" -> "files cannot be scanned (DM_CLAMAV_ADDRESS)";
      case "keys" -> "tokens of the host application cannot be checked (DM_JWKS_URL)";
      case "disk" -> "too little space is left for the data folder (DM_DISK_LOW_MEGABYTES)";
      case "clock" -> "it is over 30 s off the database's, and tokens expire by it";
      case "servers" -> "another one uses this database; live events and limits are not shared yet";
      default -> "see docs/operations.md";
    };
  }

  public void addTo(Meters meters) {
    meters.gauges(
        "dm_check_up",
        "Whether a check of /health/ready was ok when last seen",
        values ->
            dependencies
                .names()
                .forEach(
                    check -> values.call(Dependency.OK.equals(latest.get(check)) ? 1 : 0, check)),
        "check");
  }

  /** What a stop takes away is no news. */
  public void stop() {
    isClosed = true;
    // Not interrupted: that would break the connection of a statement under way.
    LockSupport.unpark(thread);
  }

  /** Last of all, since it waits for the database. */
  @Override
  public void close() {
    stop();
    try {
      nodes.close();
    } catch (RuntimeException e) {
      LOG.debug("The row of this server stays until it lapses: {}", e.getMessage());
    }
  }
}
