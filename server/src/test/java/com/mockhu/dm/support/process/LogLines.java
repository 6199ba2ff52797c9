package com.mockhu.dm.support.process;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** The lines that this process logs from now on, of one package. */
public final class LogLines implements AutoCloseable {
  private final Logger logger;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private LogLines(Logger logger) {
    this.logger = logger;
  }

  public static LogLines of(String logger) {
    LogLines lines = new LogLines((Logger) LoggerFactory.getLogger(logger));
    lines.lines.start();
    lines.logger.addAppender(lines.lines);
    return lines;
  }

  /** Lines of level and message in which the pattern is found. */
  public List<String> matching(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return List.copyOf(lines.list).stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .filter(line -> wanted.matcher(line).find())
        .toList();
  }

  public String text() {
    return matching("").stream().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}
