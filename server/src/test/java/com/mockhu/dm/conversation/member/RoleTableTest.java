package com.mockhu.dm.conversation.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleTableTest {
  private static final Set<GroupAction> OF_OWNER_ALONE =
      EnumSet.of(
          GroupAction.REMOVE_ADMIN,
          GroupAction.DEMOTE_ADMIN,
          GroupAction.DELETE_MESSAGE_OF_ADMIN,
          GroupAction.TRANSFER_OWNERSHIP,
          GroupAction.DELETE_GROUP);
  private static final Set<GroupAction> OF_EVERY_MEMBER =
      EnumSet.of(
          GroupAction.READ, GroupAction.SEND, GroupAction.ADD_MEMBERS, GroupAction.EDIT_INFO);

  @Test
  void the_table_is_that_of_the_contract() {
    for (GroupAction action : GroupAction.values()) {
      boolean isOwners = OF_OWNER_ALONE.contains(action);
      boolean isMembers = OF_EVERY_MEMBER.contains(action);
      assertEquals(true, action.isAllowed(Role.OWNER, GroupPermissions.DEFAULT), action::name);
      assertEquals(!isOwners, action.isAllowed(Role.ADMIN, GroupPermissions.DEFAULT), action::name);
      assertEquals(
          isMembers, action.isAllowed(Role.MEMBER, GroupPermissions.DEFAULT), action::name);
    }
  }

  @Test
  void permissions_move_what_members_may_and_nothing_else() {
    GroupPermissions turned =
        GroupPermissions.DEFAULT.with(Map.of("send", "admins", "pin", "members")).orElseThrow();
    assertEquals(false, GroupAction.SEND.isAllowed(Role.MEMBER, turned));
    assertEquals(true, GroupAction.SEND.isAllowed(Role.ADMIN, turned));
    assertEquals(true, GroupAction.PIN.isAllowed(Role.MEMBER, turned));
    assertEquals("admins", turned.words().get("send"));
    assertEquals("members", turned.words().get("edit_info"));
  }

  @Test
  void unknown_permissions_are_refused() {
    assertEquals(Optional.empty(), GroupPermissions.DEFAULT.with(Map.of("fly", "admins")));
    assertEquals(Optional.empty(), GroupPermissions.DEFAULT.with(Map.of("send", "owner")));
  }

  private static Member member(int number, Role role, int joined) {
    return new Member(new UUID(0, number), role, 0, Instant.EPOCH.plusSeconds(joined), null);
  }

  @Test
  void the_admin_of_longest_standing_succeeds_and_else_the_member() {
    Member owner = member(1, Role.OWNER, 0);
    Member early = member(2, Role.MEMBER, 1);
    Member late = member(3, Role.ADMIN, 9);
    Member later = member(4, Role.ADMIN, 10);
    MemberList with = new MemberList(1, List.of(later, early, owner, late));
    assertEquals(Optional.of(late.userId()), with.successor(owner.userId()));
    MemberList without = new MemberList(1, List.of(owner, early));
    assertEquals(Optional.of(early.userId()), without.successor(owner.userId()));
    assertEquals(Optional.empty(), new MemberList(1, List.of(owner)).successor(owner.userId()));
  }

  @Test
  void an_inbox_shows_the_owner_and_then_the_first_to_come() {
    Member owner = member(1, Role.OWNER, 5);
    Member early = member(2, Role.MEMBER, 1);
    Member admin = member(3, Role.ADMIN, 9);
    MemberList list = new MemberList(1, List.of(admin, early, owner));
    assertEquals(List.of(owner, early, admin), list.first(5));
    assertEquals(List.of(owner, admin, early), List.copyOf(list.all()));
  }
}
