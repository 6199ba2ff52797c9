package com.mockhu.dm.conversation.member;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which permissions a group keeps for its admins.
 *
 * @param bits as the database keeps them: {@link Permission#bit} of each that is for admins
 */
public record GroupPermissions(int bits) {
  /** Of a conversation that is no group. */
  static final GroupPermissions NONE = new GroupPermissions(0);

  public static final GroupPermissions DEFAULT =
      new GroupPermissions(
          Arrays.stream(Permission.values())
              .filter(Permission::isForAdmins)
              .mapToInt(Permission::bit)
              .sum());
  private static final String MEMBERS = "members";
  private static final String ADMINS = "admins";

  public boolean isForAdmins(Permission permission) {
    return (bits & permission.bit()) != 0;
  }

  /**
   * These with the changes of a client.
   *
   * @return empty where a key or a value is unknown
   */
  public Optional<GroupPermissions> with(Map<String, String> changes) {
    int changed = bits;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      Optional<Permission> permission =
          Arrays.stream(Permission.values())
              .filter(each -> each.word().equals(change.getKey()))
              .findFirst();
      boolean isForAdmins = ADMINS.equals(change.getValue());
      if (permission.isEmpty() || !(isForAdmins || MEMBERS.equals(change.getValue()))) {
        return Optional.empty();
      }
      int bit = permission.get().bit();
      changed = isForAdmins ? changed | bit : changed & ~bit;
    }
    return Optional.of(new GroupPermissions(changed));
  }

  /** As clients know them. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    for (Permission each : Permission.values()) {
      words.put(each.word(), isForAdmins(each) ? ADMINS : MEMBERS);
    }
    return words;
  }
}
