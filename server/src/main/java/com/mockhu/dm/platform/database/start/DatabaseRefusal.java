package com.mockhu.dm.platform.database.start;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
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
          String.format(
              Locale.ROOT, "%s refuses the password of the role \"%s\".", url.place(), url.user());
      case "28000" ->
          String.format(
              Locale.ROOT,
              "%s does not let the role \"%s\" in (%s).",
              url.place(),
              url.user(),
              said(failure));
      case "3D000" ->
          String.format(
              Locale.ROOT,
              "%s has no database \"%s\"; create it, owned by the role \"%s\".",
              url.place(),
              url.name(),
              url.user());
      case "42501" ->
          String.format(
              Locale.ROOT,
              "the role \"%s\" may not use the database \"%s\" (%s).",
              url.user(),
              url.name(),
              said(failure));
      case "53300" ->
          String.format(
              Locale.ROOT, "%s has no connection to spare (max_connections).", url.place());
      default -> network(url, failure);
    };
  }

  private static String network(DatabaseUrl url, SQLException failure) {
    if (isAboutTls(failure)) {
      return String.format(
          Locale.ROOT,
          "%s and this server do not agree on TLS (sslmode): %s.",
          url.place(),
          said(deepest(failure)));
    }
    return switch (deepest(failure)) {
      case UnknownHostException _ ->
          String.format(Locale.ROOT, "the host of %s is unknown.", url.place());
      case ConnectException _ -> String.format(Locale.ROOT, "nothing listens at %s.", url.place());
      case SocketTimeoutException _ ->
          String.format(Locale.ROOT, "%s does not answer.", url.place());
      default -> String.format(Locale.ROOT, "%s: %s.", url.place(), said(deepest(failure)));
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
