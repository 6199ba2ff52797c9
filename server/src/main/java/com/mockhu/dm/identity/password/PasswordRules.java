package com.mockhu.dm.identity.password;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Reason;

/** The rules on passwords (behaviour §2.2). */
public final class PasswordRules {
  public static final Reason PASSWORD_LENGTH = new Reason("password_length");
  public static final Reason PASSWORD_CHARACTERS = new Reason("password_characters");

  public static final int SHORTEST = 8;
  public static final int LONGEST = 1_000;

  private PasswordRules() {}

  /**
   * Returns the password unchanged.
   *
   * @param name of the field, for the refusal
   * @throws ApiException {@code invalid_request}
   */
  public static String check(String text, String name) {
    int length = text == null ? 0 : text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      throw ApiException.invalid(PASSWORD_LENGTH, name + " must be 8 to 1000 characters.");
    }
    if (text.codePoints().anyMatch(PasswordRules::isSurrogate)) {
      // UTF-8 encodes every unpaired surrogate as a question mark: such passwords would be equal.
      throw ApiException.invalid(PASSWORD_CHARACTERS, name + " must be well-formed text.");
    }
    return text;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint <= 0xFFFF && Character.isSurrogate((char) codePoint);
  }
}
