package com.mockhu.dm.conversation.member;

import java.util.Locale;

/** What a group can keep for its admins. The order is the order of bits in the database. */
public enum Permission {
  SEND(false),
  ADD_MEMBERS(false),
  EDIT_INFO(false),
  PIN(true),
  MENTION_ALL(true),
  INVITE_LINKS(true);

  private final boolean isForAdmins;

  Permission(boolean isForAdmins) {
    this.isForAdmins = isForAdmins;
  }

  /** Unless the group says otherwise. */
  boolean isForAdmins() {
    return isForAdmins;
  }

  int bit() {
    return 1 << ordinal();
  }

  /** As clients know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
