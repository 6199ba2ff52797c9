package com.mockhu.dm.platform.database.start;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The parts of {@code postgresql://user:password@host:port/name?options}.
 *
 * @param place {@code host:port}, for people
 * @param user empty when the address names none
 * @param jdbc the address for the driver, without user and password
 */
public record DatabaseUrl(String place, String name, String user, Secret password, String jdbc) {
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
  private static final int STANDARD_PORT = 5432;
  private static final int MOST_PORT = 65_535;

  /**
   * @throws StartupException for what is no such address; the sentence holds nothing of it
   */
  public static DatabaseUrl parse(String text) {
    URI uri = uri(text);
    List<String> options = new ArrayList<>();
    String[] login = login(uri, options);
    int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
    String path = uri.getRawPath();
    if (port == 0 || port > MOST_PORT || path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw bad();
    }
    String place = uri.getHost() + ":" + port;
    String query = options.isEmpty() ? "" : "?" + String.join("&", options);
    return new DatabaseUrl(
        place,
        decoded(path.substring(1)),
        login[0],
        new Secret(login[1]),
        "jdbc:postgresql://" + place + path + query);
  }

  private static URI uri(String text) {
    try {
      URI uri = URI.create(text);
      if (SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Not as a cause: its message is the whole address.
      throw bad();
    }
    throw bad();
  }

  /** User and password from the authority or the query; other parts of the query become options. */
  private static String[] login(URI uri, List<String> options) {
    String[] login = {"", ""};
    if (uri.getRawQuery() != null) {
      for (String option : uri.getRawQuery().split("&")) {
        if (option.startsWith("user=")) {
          login[0] = decoded(option.substring("user=".length()));
        } else if (option.startsWith("password=")) {
          login[1] = decoded(option.substring("password=".length()));
        } else {
          options.add(option);
        }
      }
    }
    if (uri.getRawUserInfo() != null) {
      String[] named = uri.getRawUserInfo().split(":", 2);
      login[0] = decoded(named[0]);
      login[1] = named.length > 1 ? decoded(named[1]) : login[1];
    }
    return login;
  }

  /** A plus sign in a password is a plus sign; only percent escapes count. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StartupException bad() {
    return new StartupException(
        "The database URL (DM_DATABASE_URL) must look like"
            + " postgresql://user:password@host:port/name; escape special characters of the"
            + " password, such as %40 for @.");
  }
}
