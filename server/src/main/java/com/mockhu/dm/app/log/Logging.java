package com.mockhu.dm.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** Brings the log into the form that the settings want; it begins as {@code logback.xml} says. */
public final class Logging {
  private static final String OURS = "com.mockhu.dm";
  private static final String ACCESS = "com.mockhu.dm.access";

  private Logging() {}

  public static void apply(LogSettings settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Level level = Level.valueOf(settings.level().name());
    context.getLogger(OURS).setLevel(level);
    context.getLogger(ACCESS).setLevel(settings.isOfRequests() ? Level.INFO : Level.OFF);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    // Libraries say more than we can vouch for when they are let: never below what they had.
    root.setLevel(level.isGreaterOrEqual(Level.INFO) ? level : Level.INFO);
    if (settings.format() == LogSettings.Format.JSON
        && root.getAppender("console") instanceof ConsoleAppender<ILoggingEvent> console) {
      replaceEncoder(context, console);
      JdkLog.redirect();
    }
  }

  private static void replaceEncoder(
      LoggerContext context, ConsoleAppender<ILoggingEvent> console) {
    JsonEncoder json = new JsonEncoder();
    json.setContext(context);
    json.setWithFormattedMessage(true);
    json.setWithMessage(false);
    json.setWithArguments(false);
    json.setWithContext(false);
    json.setWithNanoseconds(false);
    json.setWithSequenceNumber(false);
    json.start();
    console.stop();
    console.setEncoder(json);
    console.start();
  }
}
