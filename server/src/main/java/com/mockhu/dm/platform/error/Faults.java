package com.mockhu.dm.platform.error;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs failures of background work, which no caller sees. */
public final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  /** {@code work}: what failed, as an operator reads it. */
  public static void log(String work, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiException known) {
        // The part that refused has logged the reason.
        LOG.debug("{} failed: {}", work, known.getMessage());
        return;
      }
      if (cause instanceof SQLException sql && ErrorMapper.isDatabaseAway(sql)) {
        LOG.warn("{} failed: the database is away: {}", work, sql.getMessage());
        return;
      }
    }
    LOG.error("{} failed", work, failure);
  }
}
