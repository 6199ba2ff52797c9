package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.member.DepartureSql;
import com.mockhu.dm.conversation.member.DepartureSql.Reason;
import com.mockhu.dm.conversation.member.GroupAction;
import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** People go out of a group: by themselves, by an admin, or because it ends. */
public final class LeaveGroup {
  private final Database database;
  private final Groups groups;

  public LeaveGroup(Database database, Groups groups) {
    this.database = database;
    this.groups = groups;
  }

  /** Twice is as good as once. False when the person was out already. */
  public boolean leave(UUID group, UUID person) {
    if (hasLeft(group, person)) {
      return false;
    }
    return groups.change(
        group,
        person,
        change -> {
          leave(change, person);
          return true;
        });
  }

  private boolean hasLeft(UUID group, UUID person) {
    Map<UUID, String> reasons = database.read(t -> DepartureSql.reasons(t, person, List.of(group)));
    return "left".equals(reasons.get(group));
  }

  private static void leave(GroupChange change, UUID person) {
    change.say(person, SystemEvent.left(person));
    depart(change, person, Reason.LEFT);
  }

  /** The group ends with its last member, and has an owner as long as it has one. */
  static void depart(GroupChange change, UUID person, Reason reason) {
    boolean isOwner = change.before().group().role(person).orElseThrow() == Role.OWNER;
    change.depart(person, reason);
    if (change.size() == 0) {
      change.end();
      return;
    }
    if (isOwner) {
      UUID next = change.before().group().members().successor(person).orElseThrow();
      change.setRole(next, Role.OWNER);
      change.say(person, SystemEvent.owner(next));
    }
  }

  /**
   * @throws ApiException {@code not_found} for somebody who is no member
   */
  public void remove(UUID group, UUID actor, UUID person) {
    if (actor.equals(person)) {
      leave(group, person);
      return;
    }
    groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.REMOVE_MEMBER);
          Role role = role(change, person);
          switch (role) {
            case MEMBER -> {}
            case ADMIN -> change.require(actor, GroupAction.REMOVE_ADMIN);
            case OWNER -> throw GroupChange.forbidden();
          }
          expel(change, actor, person);
          return null;
        });
  }

  static Role role(GroupChange change, UUID person) {
    Optional<Role> role = change.before().group().role(person);
    return role.orElseThrow(() -> ApiException.notFound("This person is no member."));
  }

  /** Links no longer let them in. */
  static void expel(GroupChange change, UUID actor, UUID person) {
    BanSql.add(change.transaction(), change.id(), new BanSql.Ban(person, actor, change.now()));
    change.say(actor, SystemEvent.removed(person));
    depart(change, person, Reason.REMOVED);
  }

  /** For everyone. */
  public void delete(UUID group, UUID actor) {
    groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.DELETE_GROUP);
          change.end();
          return null;
        });
  }
}
