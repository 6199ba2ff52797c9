package com.mockhu.dm.conversation.member;

import java.util.Optional;
import java.util.UUID;

/** What a conversation is as a group: who its members are, and what it keeps for its admins. */
public record GroupState(GroupPermissions permissions, MemberList members) {
  /** Of a direct conversation. */
  public static final GroupState NONE = new GroupState(GroupPermissions.NONE, MemberList.NONE);

  public Optional<Role> role(UUID userId) {
    return members.find(userId).map(Member::role);
  }

  /** False for somebody who is no member. */
  public boolean may(UUID userId, GroupAction action) {
    return role(userId).map(role -> action.isAllowed(role, permissions)).orElse(false);
  }

  /** The time of joining in number of messages; 0 for somebody who is no member. */
  public long joinedSeq(UUID userId) {
    return members.find(userId).map(Member::joinedSeq).orElse(0L);
  }
}
