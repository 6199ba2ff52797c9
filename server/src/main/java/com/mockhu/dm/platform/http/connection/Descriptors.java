package com.mockhu.dm.platform.http.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many descriptors the process may open. Java raises the soft limit to the hard one by itself
 * at its start, so what is read here is all there is.
 */
final class Descriptors {
  private static final Logger LOG = LoggerFactory.getLogger(Descriptors.class);

  /** For the database, files being read and written, the store, the scanner, and Java itself. */
  private static final long RESERVE = 400;

  private static final int LEAST = 64;
  private static final int MOST = 1_000_000;

  private Descriptors() {}

  /**
   * How many connections there may be: {@code wanted}, or what descriptors allow when that is 0.
   */
  static int connections(int wanted) {
    long limit = limit();
    int possible = possible(limit);
    int most = wanted == 0 ? possible : wanted;
    LOG.info("Up to {} connections; the process may open {} files", most, limit);
    if (most > possible) {
      LOG.warn(
          "DM_CONNECTIONS is {}, but the process may open {} files, enough for {} connections:"
              + " raise the limit (ulimit -n, LimitNOFILE).",
          most,
          limit,
          possible);
    }
    return most;
  }

  static int possible(long limit) {
    return Math.clamp(limit - RESERVE, LEAST, MOST);
  }

  private static long limit() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }
}
