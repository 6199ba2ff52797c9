package com.mockhu.dm.conversation.member;

import java.util.Locale;

/** What a member is in a group, from the least to the most. */
public enum Role {
  MEMBER(0),
  ADMIN(1),
  OWNER(2);

  private final int number;

  Role(int number) {
    this.number = number;
  }

  /** As the database keeps it. */
  public int number() {
    return number;
  }

  /** As clients know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(Role other) {
    return number >= other.number;
  }

  static Role of(int number) {
    return number == OWNER.number ? OWNER : number == ADMIN.number ? ADMIN : MEMBER;
  }
}
