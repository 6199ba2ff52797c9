package com.mockhu.dm.platform.database;

import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds work that holds a connection, and perhaps locks, while it waits for somebody else who may
 * need one: enough of it would stop everything. Tests throw; a running server counts it, logs the
 * first time, and goes on, since most such waits end.
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
