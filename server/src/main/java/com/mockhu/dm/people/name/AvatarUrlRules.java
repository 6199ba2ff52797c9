package com.mockhu.dm.people.name;

import com.mockhu.dm.platform.error.ApiException;

/** The rules on addresses of avatars. */
public final class AvatarUrlRules {
  private static final int LONGEST = 4_096;

  private AvatarUrlRules() {}

  /**
   * Returns null for null and for an empty text, which many systems write for a missing avatar.
   *
   * @throws ApiException {@code invalid_request}
   */
  public static String check(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    boolean isGood =
        text.length() <= LONGEST && text.codePoints().allMatch(AvatarUrlRules::mayStand);
    if (!isGood || !(isPath(text) || isWeb(text))) {
      throw ApiException.invalid(
          "avatar_url must be an http or https URL, or a path that starts with /.");
    }
    return text;
  }

  /** Accepts what browsers accept, which is more than RFC 3986: letters of any script, braces. */
  private static boolean mayStand(int c) {
    return (VisibleCharacters.isVisible(c) || VisibleCharacters.isJoining(c))
        && "\\\"<>`".indexOf(c) < 0;
  }

  private static boolean isPath(String text) {
    // After two slashes a host would follow.
    return text.startsWith("/") && !text.startsWith("//");
  }

  private static boolean isWeb(String text) {
    return hasHost(text, "http://") || hasHost(text, "https://");
  }

  private static boolean hasHost(String text, String scheme) {
    int start = scheme.length();
    return text.regionMatches(true, 0, scheme, 0, start)
        && text.length() > start
        && "/?#:@".indexOf(text.charAt(start)) < 0;
  }
}
