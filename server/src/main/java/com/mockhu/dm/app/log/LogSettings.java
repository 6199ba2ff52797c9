package com.mockhu.dm.app.log;

import com.mockhu.dm.platform.settings.Environment;

/**
 * How the log is written (docs/operations.md).
 *
 * @param isOfRequests a line for each request and socket
 */
public record LogSettings(Format format, Level level, boolean isOfRequests) {

  public enum Format {
    TEXT,
    JSON
  }

  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  public static LogSettings from(Environment environment) {
    return new LogSettings(
        environment.choice("DM_LOG_FORMAT", Format.TEXT),
        environment.choice("DM_LOG_LEVEL", Level.INFO),
        environment.flag("DM_LOG_REQUESTS", false));
  }
}
