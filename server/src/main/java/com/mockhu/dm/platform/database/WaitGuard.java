package com.mockhu.dm.platform.database;

import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects a thread that holds a connection while it waits for another thread that may need one;
 * enough of them exhaust the pool. Tests throw. A running server counts it, logs the first case and
 * continues, because most such waits end.
 */
final class WaitGuard {
  /** The system property that makes it throw. */
  static final String STRICT = "mockhu.strict";

  private static final Logger LOG = LoggerFactory.getLogger(WaitGuard.class);
  private static final LongAdder FOUND = new LongAdder();

  private WaitGuard() {}

  static void found(String what) {
    IllegalStateException misuse =
        new IllegalStateException(what + " inside work that holds a database connection");
    if (Boolean.getBoolean(STRICT)) {
      throw misuse;
    }
    if (FOUND.sum() == 0) {
      LOG.error("A wait that can exhaust the connections", misuse);
    }
    FOUND.increment();
  }

  static long count() {
    return FOUND.sum();
  }
}
