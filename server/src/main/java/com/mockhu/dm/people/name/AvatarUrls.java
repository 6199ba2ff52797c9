package com.mockhu.dm.people.name;

import com.mockhu.dm.platform.error.ApiException;

/** Where pictures of people may be. */
public final class AvatarUrls {
  private static final int LONGEST = 4_096;

  private AvatarUrls() {}

  /**
   * Null for none, and for an empty text, which is how many systems write that.
   *
   * @throws ApiException {@code invalid_request}
   */
  public static String check(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    boolean isGood = text.length() <= LONGEST && text.codePoints().allMatch(AvatarUrls::mayStand);
    if (!isGood || !(isPath(text) || isWeb(text))) {
      throw ApiException.invalid(
          "avatar_url must be an http or https URL, or a path that starts with /.");
    }
    return text;
  }

  /** As browsers read addresses, which is wider than RFC 3986: letters of any script, braces. */
  private static boolean mayStand(int c) {
    return (Visible.isVisible(c) || Visible.isJoining(c)) && "\\\"<>`".indexOf(c) < 0;
  }

  private static boolean isPath(String text) {
    // Two slashes would name a host.
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
