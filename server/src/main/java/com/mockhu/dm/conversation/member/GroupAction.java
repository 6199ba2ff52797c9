package com.mockhu.dm.conversation.member;

/** What may be done in a group, and who may: the table of roles (behaviour §13). */
public enum GroupAction {
  READ(Role.MEMBER, null),
  SEND(Role.MEMBER, Permission.SEND),
  ADD_MEMBERS(Role.MEMBER, Permission.ADD_MEMBERS),
  EDIT_INFO(Role.MEMBER, Permission.EDIT_INFO),
  PIN(Role.MEMBER, Permission.PIN),
  MENTION_ALL(Role.MEMBER, Permission.MENTION_ALL),
  INVITE_LINKS(Role.MEMBER, Permission.INVITE_LINKS),
  CHANGE_PERMISSIONS(Role.ADMIN, null),
  CHANGE_HISTORY(Role.ADMIN, null),
  SEE_BANS(Role.ADMIN, null),
  SEE_INVITATIONS(Role.ADMIN, null),
  REMOVE_MEMBER(Role.ADMIN, null),
  DELETE_MESSAGE_OF_MEMBER(Role.ADMIN, null),
  MAKE_ADMIN(Role.ADMIN, null),
  REMOVE_ADMIN(Role.OWNER, null),
  DEMOTE_ADMIN(Role.OWNER, null),
  DELETE_MESSAGE_OF_ADMIN(Role.OWNER, null),
  TRANSFER_OWNERSHIP(Role.OWNER, null),
  DELETE_GROUP(Role.OWNER, null);

  private final Role least;
  private final Permission permission;

  /**
   * @param permission what the group may keep for its admins; null for what it cannot
   */
  GroupAction(Role least, Permission permission) {
    this.least = least;
    this.permission = permission;
  }

  public boolean isAllowed(Role role, GroupPermissions permissions) {
    boolean isKept = permission != null && permissions.isForAdmins(permission);
    return role.isAtLeast(isKept ? Role.ADMIN : least);
  }
}
