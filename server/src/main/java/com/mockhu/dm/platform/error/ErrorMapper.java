package com.mockhu.dm.platform.error;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps each failure to the error that clients see. */
public final class ErrorMapper {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
  private static final long DATABASE_RETRY_SECONDS = 2;

  private ErrorMapper() {}

  /** Never null. Unexpected faults are logged and become {@code internal_error}. */
  public static ApiException map(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiException known) {
        return known;
      }
      if (cause instanceof SQLException sql && isDatabaseAway(sql)) {
        LOG.warn("The database is away: {}", sql.getMessage());
        return databaseAway();
      }
    }
    LOG.error("Unexpected failure", failure);
    return new ApiException(ErrorCode.INTERNAL_ERROR, "Something went wrong on the server.");
  }

  public static ApiException databaseAway() {
    return ApiException.retryLater(
        ErrorCode.UNAVAILABLE,
        "The database is unavailable; try again soon.",
        DATABASE_RETRY_SECONDS);
  }

  /**
   * SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown, crash), 25006 (read-only
   * standby), and the pool's own time-out.
   */
  public static boolean isDatabaseAway(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return failure instanceof SQLTransientException
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.equals("25006");
  }
}
