package com.mockhu.dm.people.name;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Reason;

/** What people may be called. */
public final class FullNames {
  public static final Reason FULL_NAME_INVALID = new Reason("full_name_invalid");

  public static final int LONGEST = 300;

  private FullNames() {}

  /**
   * The name as it was given.
   *
   * @throws ApiException {@code invalid_request}
   */
  public static String check(String text) {
    boolean isGood =
        text != null
            && text.codePointCount(0, text.length()) <= LONGEST
            && text.codePoints().allMatch(FullNames::mayStand)
            && text.codePoints().anyMatch(FullNames::isBase);
    if (!isGood) {
      throw ApiException.invalid(
          FULL_NAME_INVALID,
          "full_name must be 1 to 300 characters, some of them visible, and none of them controls"
              + " or marks of direction.");
    }
    return text;
  }

  private static boolean mayStand(int c) {
    return Visible.isVisible(c)
        || Visible.isJoining(c)
        || Character.isSpaceChar(c) && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /** A mark alone has nothing to stand on. */
  private static boolean isBase(int c) {
    int type = Character.getType(c);
    return Visible.isVisible(c)
        && type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK;
  }
}
