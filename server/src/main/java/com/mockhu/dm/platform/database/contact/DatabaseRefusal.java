package com.mockhu.dm.platform.database.contact;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** Why a database does not let this server in, in one sentence that names what to change. */
final class DatabaseRefusal {
  /** SQLSTATE of a connection that the other side, or the driver, refused to make. */
  static final String REJECTED = "08004";

  private DatabaseRefusal() {}

  static String sentence(DatabaseUrl url, SQLException failure) {
    String sentence = "The database (DM_DATABASE_URL) cannot be reached: " + cause(url, failure);
    String password = url.password().value();
    return password.isEmpty() ? sentence : sentence.replace(password, "********");
  }

  private static String cause(DatabaseUrl url, SQLException failure) {
    return switch (String.valueOf(failure.getSQLState())) {
      case "28P01" ->
          "%s refuses the password of the role \"%s\".".formatted(url.place(), url.user());
      case "28000" ->
          "%s does not let the role \"%s\" in (%s)."
              .formatted(url.place(), url.user(), said(failure));
      case "3D000" ->
          "%s has no database \"%s\"; create it, owned by the role \"%s\"."
              .formatted(url.place(), url.name(), url.user());
      case "42501" ->
          "the role \"%s\" may not use the database \"%s\" (%s)."
              .formatted(url.user(), url.name(), said(failure));
      case "53300" -> "%s has no connection to spare (max_connections).".formatted(url.place());
      default -> network(url, failure);
    };
  }

  private static String network(DatabaseUrl url, SQLException failure) {
    if (isAboutTls(failure)) {
      return "%s and this server do not agree on TLS (sslmode): %s."
          .formatted(url.place(), said(deepest(failure)));
    }
    return switch (deepest(failure)) {
      case UnknownHostException _ -> "the host of %s is unknown.".formatted(url.place());
      case ConnectException _ -> "nothing listens at %s.".formatted(url.place());
      case SocketTimeoutException _ -> "%s does not answer.".formatted(url.place());
      default -> "%s: %s.".formatted(url.place(), said(deepest(failure)));
    };
  }

  static boolean isAboutTls(SQLException failure) {
    if (REJECTED.equals(failure.getSQLState())) {
      return String.valueOf(failure.getMessage()).contains("SSL");
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable deepest(Throwable failure) {
    return failure.getCause() == null ? failure : deepest(failure.getCause());
  }

  private static String said(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String line = message.lines().findFirst().orElse(message);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
