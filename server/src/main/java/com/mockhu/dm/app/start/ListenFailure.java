package com.mockhu.dm.app.start;

import com.mockhu.dm.platform.StartupException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Why a server cannot listen, in one sentence. */
public final class ListenFailure {
  private ListenFailure() {}

  public static StartupException of(String host, int port, Throwable failure) {
    return new StartupException(sentence(host, port, failure), failure);
  }

  private static String sentence(String host, int port, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return String.format(
            Locale.ROOT, "DM_HOST is \"%s\", and no address of that name is known.", host);
      }
    }
    String reason = String.valueOf(failure.getMessage());
    if (reason.contains("already in use")) {
      return String.format(
          Locale.ROOT,
          "Port %d of %s is already in use: stop the other program, or set another DM_PORT.",
          port,
          host);
    }
    if (reason.contains("assign requested address")) {
      return String.format(
          Locale.ROOT, "DM_HOST is %s, which is not an address of this machine.", host);
    }
    if (reason.contains("ermission denied")) {
      return String.format(
          Locale.ROOT,
          "This user may not listen on port %d of %s: set a DM_PORT from 1024 on.",
          port,
          host);
    }
    return String.format(
        Locale.ROOT, "Cannot listen on %s port %d (DM_HOST, DM_PORT): %s", host, port, reason);
  }
}
