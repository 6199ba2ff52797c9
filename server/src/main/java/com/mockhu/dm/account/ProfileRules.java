package com.mockhu.dm.account;

import com.mockhu.dm.platform.error.ApiException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names, avatars and passwords may be (behaviour §2, §11); each refuses or returns. */
final class ProfileRules {
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_.]{3,32}");
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_URL = 2_048;
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 1_000;
  private static final Set<String> WEB = Set.of("http", "https");

  private ProfileRules() {}

  /** In lower case, as it is stored. */
  static String username(String text) {
    if (text == null || !USERNAME.matcher(text).matches()) {
      throw ApiException.invalid("username must be 3 to 32 of a-z, 0-9, _ and dot.");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  static String fullName(String text) {
    boolean isGood =
        text != null
            && !text.isBlank()
            && text.codePointCount(0, text.length()) <= LONGEST_NAME
            && text.codePoints().noneMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    if (!isGood) {
      throw ApiException.invalid("full_name must be 1 to 300 characters without control ones.");
    }
    return text;
  }

  /** Null stays null: no avatar. */
  static String avatarUrl(String text) {
    if (text != null && !(text.length() <= LONGEST_URL && (isPath(text) || isWeb(text)))) {
      throw ApiException.invalid(
          "avatar_url must be an http or https URL, or a path that starts with /.");
    }
    return text;
  }

  /** Not cut, not changed. */
  static String password(String text) {
    int length = text == null ? 0 : text.codePointCount(0, text.length());
    if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
      throw ApiException.invalid("password must be 8 to 1000 characters.");
    }
    if (text.codePoints().anyMatch(ProfileRules::isSurrogate)) {
      // All of them would become the same question mark, and so the same password.
      throw ApiException.invalid("password must be well-formed text.");
    }
    return text;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint <= 0xFFFF && Character.isSurrogate((char) codePoint);
  }

  private static boolean isPath(String text) {
    // Two slashes, or a backslash as browsers read it, would name a host.
    return text.startsWith("/")
        && !text.startsWith("//")
        && text.indexOf('\\') < 0
        && text.codePoints()
            .noneMatch(
                c -> Character.isWhitespace(c) || Character.isISOControl(c) || isSurrogate(c));
  }

  private static boolean isWeb(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && uri.getScheme() != null
          && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
