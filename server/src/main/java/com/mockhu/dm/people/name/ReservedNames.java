package com.mockhu.dm.people.name;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Usernames that cannot be registered, because people would mistake them for the operator
 * (DM_RESERVED_USERNAMES). Variants with underscores and dots are reserved too.
 */
public record ReservedNames(Set<String> names) {
  static final String DEFAULT =
      "abuse,admin,administrator,billing,bot,everyone,help,helpdesk,hostmaster,info,legal,me,"
          + "mockhu,moderator,noreply,null,official,operator,owner,postmaster,press,privacy,root,"
          + "security,service,staff,support,sysadmin,system,team,undefined,webmaster";
  private static final String NONE = "none";

  /** {@code list}: names separated by commas; {@code none} for an empty list. */
  static ReservedNames of(String list) {
    if (list.equals(NONE)) {
      return new ReservedNames(Set.of());
    }
    return new ReservedNames(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> bare(UsernameRules.key(name)))
            .collect(Collectors.toUnmodifiableSet()));
  }

  public boolean has(Username username) {
    return names.contains(bare(username.key()));
  }

  private static String bare(String key) {
    String letters = key.replace("_", "").replace(".", "").replace("-", "");
    return letters.isEmpty() ? key : letters;
  }
}
