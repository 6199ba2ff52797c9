package com.mockhu.dm.app.start;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** One sentence for the operator about each failure of a start. */
public final class StartFailure {
  private StartFailure() {}

  public static String sentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return "The server could not start because of an unexpected fault: "
        + firstLine(failure)
        + " (DM_LOG_LEVEL=debug shows where).";
  }

  private static String known(Throwable cause) {
    return switch (cause) {
      case StartupException e -> e.getMessage();
      case ApiException e when e.code() == ErrorCode.UNAVAILABLE ->
          "The database (DM_DATABASE_URL) went away during the start.";
      case AccessDeniedException e -> "The server may not use " + e.getFile() + ".";
      case FileSystemException e -> "The file " + e.getFile() + " cannot be used: " + reason(e);
      case OutOfMemoryError e ->
          String.format(
              Locale.ROOT,
              "The server ran out of memory during the start (%s); see -Xmx in DM_JAVA_OPTIONS.",
              e.getMessage());
      default -> null;
    };
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() + "." : e.getReason() + ".";
  }

  private static String firstLine(Throwable failure) {
    return failure.toString().lines().findFirst().orElse(failure.getClass().getName());
  }
}
