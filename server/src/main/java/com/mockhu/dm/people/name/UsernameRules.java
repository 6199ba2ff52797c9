package com.mockhu.dm.people.name;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Reason;
import java.text.Normalizer;
import java.util.Locale;

/** The rules on usernames (DM_USERNAMES). */
public enum UsernameRules {
  /** 3 to 32 of {@code a-z}, {@code 0-9}, underscore and dot; kept in lower case. */
  STRICT {
    @Override
    public Username check(String text) {
      if (text == null || text.length() < 3 || text.length() > 32 || !allPlain(text)) {
        throw ApiException.invalid(
            USERNAME_INVALID, "username must be 3 to 32 characters of a-z, 0-9, _ and dot.");
      }
      String lower = text.toLowerCase(Locale.ROOT);
      return new Username(lower, lower);
    }
  },

  /** Names of other systems: e-mail addresses, hyphens, capitals, letters of any script. */
  WIDE {
    @Override
    public Username check(String text) {
      int length = text == null ? 0 : text.codePointCount(0, text.length());
      if (length < 1 || length > 64 || !text.codePoints().allMatch(UsernameRules::isWide)) {
        throw ApiException.invalid(
            USERNAME_CHARACTERS,
            "username must be 1 to 64 letters, digits and the signs _ . - @ +");
      }
      return new Username(key(text), text);
    }
  };

  public static final Reason USERNAME_INVALID = new Reason("username_invalid");
  public static final Reason USERNAME_CHARACTERS = new Reason("username_characters");

  /**
   * @throws ApiException {@code invalid_request}
   */
  public abstract Username check(String text);

  /** The key of a text, valid or not. */
  public static String key(String text) {
    String folded = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static boolean allPlain(String text) {
    return text.chars().allMatch(c -> isAscii(c) || c == '_' || c == '.');
  }

  private static boolean isAscii(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isWide(int c) {
    return Character.isLetterOrDigit(c) && VisibleCharacters.isVisible(c)
        || isMark(c)
        || "_.-@+".indexOf(c) >= 0;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
        && VisibleCharacters.isVisible(c);
  }
}
