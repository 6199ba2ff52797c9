package com.mockhu.dm.people.name;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Reason;

/** The rules on full names. */
public final class FullNameRules {
  public static final Reason FULL_NAME_INVALID = new Reason("full_name_invalid");

  public static final int LONGEST = 300;

  private FullNameRules() {}

  /**
   * Returns the name unchanged.
   *
   * @throws ApiException {@code invalid_request}
   */
  public static String check(String text) {
    boolean isGood =
        text != null
            && text.codePointCount(0, text.length()) <= LONGEST
            && text.codePoints().allMatch(FullNameRules::mayStand)
            && text.codePoints().anyMatch(FullNameRules::isBase);
    if (!isGood) {
      throw ApiException.invalid(
          FULL_NAME_INVALID,
          "full_name must be 1 to 300 characters, some of them visible, and none of them controls"
              + " or marks of direction.");
    }
    return text;
  }

  private static boolean mayStand(int c) {
    return VisibleCharacters.isVisible(c)
        || VisibleCharacters.isJoining(c)
        || Character.isSpaceChar(c) && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /** A combining mark needs a character before it. */
  private static boolean isBase(int c) {
    int type = Character.getType(c);
    return VisibleCharacters.isVisible(c)
        && type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK;
  }
}
