package com.mockhu.dm.app.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Sends the JDK's log, which some libraries use, to the server's log. */
final class JdkLog extends Handler {

  static void redirect() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new JdkLog());
  }

  @Override
  public void publish(LogRecord entry) {
    LoggerFactory.getLogger("jdk." + entry.getLoggerName())
        .warn(String.valueOf(entry.getMessage()), entry.getThrown());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
