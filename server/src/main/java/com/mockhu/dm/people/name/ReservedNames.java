package com.mockhu.dm.people.name;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Usernames that nobody can register, because others would take them for the operator
 * (DM_RESERVED_USERNAMES). Underscores and dots do not make another name of one.
 */
public record ReservedNames(Set<String> names) {
  static final String DEFAULT =
      "abuse,admin,administrator,billing,bot,everyone,help,helpdesk,hostmaster,info,legal,me,"
          + "mockhu,moderator,noreply,null,official,operator,owner,postmaster,press,privacy,root,"
          + "security,service,staff,support,sysadmin,system,team,undefined,webmaster";
  private static final String NONE = "none";

  /** {@code list}: names with commas between; {@code none} for no name at all. */
  static ReservedNames of(String list) {
    if (list.equals(NONE)) {
      return new ReservedNames(Set.of());
    }
    return new ReservedNames(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> bare(Usernames.key(name)))
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
