package com.mockhu.dm.identity;

import com.mockhu.dm.identity.password.PasswordRules;
import com.mockhu.dm.people.name.FullNameRules;
import java.util.Locale;

/**
 * What clients need to know of accounts ({@code GET /v1/config}). Lengths are in Unicode code
 * points.
 *
 * @param identity {@code builtin}, or {@code external} where people do not sign in here
 */
record AccountConfig(
    String identity, int minPasswordLength, int maxPasswordLength, int maxFullNameLength) {
  static AccountConfig of(IdentitySettings settings) {
    return new AccountConfig(
        settings.identity().name().toLowerCase(Locale.ROOT),
        PasswordRules.SHORTEST,
        PasswordRules.LONGEST,
        FullNameRules.LONGEST);
  }
}
