package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.member.GroupAction;
import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.message.content.SystemEvent;
import java.util.UUID;

/** Makes admins and owners; what is so already is no change. */
public final class ChangeRoles {
  private final Groups groups;

  public ChangeRoles(Groups groups) {
    this.groups = groups;
  }

  /**
   * {@code role}: admin or member.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code not_found} for somebody who is no
   *     member
   */
  public boolean setRole(UUID group, UUID actor, UUID person, Role role) {
    return groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.MAKE_ADMIN);
          Role before = LeaveGroup.role(change, person);
          if (before == role) {
            return false;
          }
          switch (before) {
            case MEMBER -> change.require(actor, GroupAction.MAKE_ADMIN);
            case ADMIN -> change.require(actor, GroupAction.DEMOTE_ADMIN);
            case OWNER -> throw GroupChange.forbidden();
          }
          change.setRole(person, role);
          change.say(actor, SystemEvent.role(person, role.word()));
          return true;
        });
  }

  /** The old owner becomes an admin, and may repeat the call as such. */
  public boolean transfer(UUID group, UUID actor, UUID person) {
    return groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.MAKE_ADMIN);
          if (LeaveGroup.role(change, person) == Role.OWNER) {
            return false;
          }
          change.require(actor, GroupAction.TRANSFER_OWNERSHIP);
          transfer(change, actor, person);
          return true;
        });
  }

  static void transfer(GroupChange change, UUID actor, UUID person) {
    change.before().group().members().owner().ifPresent(owner -> change.setRole(owner, Role.ADMIN));
    change.setRole(person, Role.OWNER);
    change.say(actor, SystemEvent.owner(person));
  }
}
