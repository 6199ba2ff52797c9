package com.mockhu.dm.app;

import com.mockhu.dm.platform.settings.Environment;

/** How the log is written (docs/operations.md). */
record LogSettings(Format format, Level level) {

  enum Format {
    TEXT,
    JSON
  }

  enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  static LogSettings from(Environment environment) {
    return new LogSettings(
        environment.choice("DM_LOG_FORMAT", Format.TEXT),
        environment.choice("DM_LOG_LEVEL", Level.INFO));
  }
}
