package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupPermissions;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.PersonLocks;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the host application does to groups. It asks nobody for consent, and its changes stand in
 * the history as the owner's.
 */
public final class HostGroups {
  private final Database database;
  private final Conversations conversations;
  private final Groups groups;
  private final GroupLimits limits;
  private final Accounts accounts;

  public HostGroups(
      Database database,
      Conversations conversations,
      Groups groups,
      GroupLimits limits,
      Accounts accounts) {
    this.database = database;
    this.conversations = conversations;
    this.groups = groups;
    this.limits = limits;
    this.accounts = accounts;
  }

  /**
   * @param description null for none
   */
  public record Wanted(String name, String description, UUID owner) {}

  private Optional<Conversation> locked(Transaction transaction, UUID id) throws SQLException {
    Optional<Conversation> found =
        Optional.ofNullable(conversations.lock(transaction, List.of(id)).get(id));
    if (found.isPresent() && found.get().isDirect()) {
      throw new ApiException(ErrorCode.CONFLICT, "This id is a direct conversation's.");
    }
    return found;
  }

  /** Makes the group, or makes it what is wanted. True when it is new. */
  public boolean put(UUID id, Wanted wanted) {
    return database.transaction(
        transaction -> {
          PersonLocks.lockAll(transaction, Set.of(wanted.owner));
          requirePerson(transaction, wanted.owner);
          Optional<Conversation> before = locked(transaction, id);
          if (before.isEmpty()) {
            create(transaction, id, wanted);
          } else {
            groups.run(transaction, before.get(), change -> edit(change, wanted));
          }
          return before.isEmpty();
        });
  }

  private void requirePerson(Transaction transaction, UUID person) throws SQLException {
    if (accounts.present(transaction, List.of(person)).isEmpty()) {
      throw ApiException.notFound("User not found");
    }
  }

  private void create(Transaction transaction, UUID id, Wanted wanted) throws SQLException {
    ConversationSql.insertGroup(
        transaction, id, wanted.owner, GroupPermissions.DEFAULT.bits(), groups.now());
    GroupSql.insert(transaction, new GroupInfo(id, wanted.name, wanted.description, null, false));
    groups.run(
        transaction,
        conversations.lock(transaction, List.of(id)).get(id),
        change -> {
          change.join(wanted.owner, Role.OWNER, null);
          change.say(wanted.owner, SystemEvent.created(List.of()));
          return null;
        });
  }

  private Void edit(GroupChange change, Wanted wanted) throws SQLException {
    GroupInfo before = change.info();
    GroupInfo after =
        new GroupInfo(
            before.id(),
            wanted.name,
            wanted.description,
            before.avatarUrl(),
            before.isHistoryOpen());
    if (!after.equals(before)) {
      change.show(after);
      EditGroup.say(change, owner(change), before, after);
    }
    setRole(change, wanted.owner, Role.OWNER);
    return null;
  }

  private static UUID owner(GroupChange change) {
    return change.before().group().members().owner().orElseThrow();
  }

  /** Already gone is as good. */
  public void delete(UUID id) {
    database.transaction(
        transaction -> {
          Optional<Conversation> before = locked(transaction, id);
          if (before.isPresent()) {
            groups.run(
                transaction,
                before.get(),
                change -> {
                  change.end();
                  return null;
                });
          }
          return null;
        });
  }

  public void putMember(UUID id, UUID person, Role role) {
    database.transaction(
        transaction -> {
          PersonLocks.lockAll(transaction, Set.of(person));
          requirePerson(transaction, person);
          Conversation before = locked(transaction, id).orElseThrow(HostGroups::unknown);
          groups.run(
              transaction,
              before,
              change -> {
                setRole(change, person, role);
                return null;
              });
          return null;
        });
  }

  private static ApiException unknown() {
    return ApiException.notFound("Conversation not found");
  }

  /** Brings the person in where they are not. */
  private void setRole(GroupChange change, UUID person, Role role) throws SQLException {
    UUID owner = owner(change);
    Optional<Role> before = change.before().group().role(person);
    if (before.isPresent() && before.get() == role) {
      return;
    }
    if (before.isPresent() && before.get() == Role.OWNER) {
      throw new ApiException(
          ErrorCode.CONFLICT, "This person owns the group; make somebody else its owner first.");
    }
    if (before.isEmpty()) {
      limits.requireRoom(change);
      GroupLimits.requireRoomOf(change.transaction(), person);
      change.join(person, role, null);
      change.say(owner, SystemEvent.added(List.of(person)));
      BanSql.lift(change.transaction(), change.id(), List.of(person));
      InvitationSql.close(change.transaction(), change.id(), List.of(person))
          .forEach(change::tellOfInvitation);
    }
    switch (role) {
      case OWNER -> {
        change.setRole(owner, Role.ADMIN);
        change.setRole(person, Role.OWNER);
        change.say(owner, SystemEvent.owner(person));
      }
      case ADMIN, MEMBER -> {
        if (before.isPresent()) {
          change.setRole(person, role);
          change.say(owner, SystemEvent.role(person, role.word()));
        }
      }
    }
  }

  /** Already gone is as good. */
  public void removeMember(UUID id, UUID person) {
    database.transaction(
        transaction -> {
          Conversation before = locked(transaction, id).orElseThrow(HostGroups::unknown);
          if (before.has(person)) {
            groups.run(
                transaction,
                before,
                change -> {
                  LeaveGroup.expel(change, owner(change), person);
                  return null;
                });
          }
          return null;
        });
  }
}
