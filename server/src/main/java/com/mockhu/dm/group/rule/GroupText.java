package com.mockhu.dm.group.rule;

import com.mockhu.dm.platform.error.ApiException;

/** How a group may be called and described. */
public final class GroupText {
  /** In Unicode code points. */
  public static final int LONGEST_NAME = 100;

  public static final int LONGEST_DESCRIPTION = 500;

  private GroupText() {}

  /**
   * The name as it was given.
   *
   * @throws ApiException {@code invalid_request}
   */
  public static String name(String text) {
    boolean isGood =
        text != null
            && isWithin(text, LONGEST_NAME)
            && text.codePoints().allMatch(GroupText::mayStand)
            && !text.codePoints().allMatch(GroupText::isBlank);
    if (!isGood) {
      throw ApiException.invalid(
          "name must be 1 to 100 characters, not only white space, and none of them controls or"
              + " marks of direction.");
    }
    return text;
  }

  /**
   * The description as it was given; null for an empty one.
   *
   * @throws ApiException {@code invalid_request}
   */
  public static String description(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    boolean isGood =
        isWithin(text, LONGEST_DESCRIPTION)
            && text.codePoints().allMatch(c -> c == '\n' || mayStand(c));
    if (!isGood) {
      throw ApiException.invalid(
          "description must be at most 500 characters, and none of them controls or marks of"
              + " direction.");
    }
    return text;
  }

  private static boolean isWithin(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest;
  }

  /** Overrides and isolates can make one name look like another. */
  private static boolean mayStand(int c) {
    boolean isDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean isBreak = c == 0x2028 || c == 0x2029;
    return !Character.isISOControl(c) && !isDirection && !isSurrogate && !isBreak;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
