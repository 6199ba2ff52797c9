package com.mockhu.dm.group.invite;

import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.group.change.GroupChange;
import com.mockhu.dm.group.change.GroupLimits;
import com.mockhu.dm.group.change.Groups;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.group.store.InvitationSql.Invitation;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person's invitations: which there are, and what they answer. */
public final class Invitations {
  private final Groups groups;
  private final GroupLimits limits;
  private final Accounts accounts;
  private final Clock clock;

  public Invitations(Groups groups, GroupLimits limits, Accounts accounts, Clock clock) {
    this.groups = groups;
    this.limits = limits;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Those that wait and that the person may hear of, the newest first. */
  public List<InvitationView> of(Transaction transaction, UUID person) throws SQLException {
    Instant now = clock.instant();
    List<Invitation> waiting =
        InvitationSql.ofPerson(transaction, person).stream()
            .filter(each -> each.isHeard(now))
            .toList();
    List<UUID> ids = waiting.stream().map(Invitation::conversationId).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, GroupInfo> infos = GroupSql.infos(transaction, ids);
    Map<UUID, Integer> sizes = GroupSql.sizes(transaction, ids);
    List<InvitationView> views = new ArrayList<>();
    for (Invitation each : waiting) {
      GroupInfo info = infos.get(each.conversationId());
      if (info != null) {
        views.add(view(each, info, sizes.getOrDefault(info.id(), 0)));
      }
    }
    return views;
  }

  private InvitationView view(Invitation invitation, GroupInfo info, int members) {
    return new InvitationView(
        info.id(),
        new InvitationView.Group(info.name(), info.description(), info.avatarUrl(), members),
        accounts.find(invitation.invitedBy()).map(Account::view).orElse(null),
        invitation.invitedAt(),
        invitation.expiresAt());
  }

  /**
   * A member has accepted before.
   *
   * @throws ApiException {@code not_found} without one that waits; {@code conflict} where there is
   *     no room
   */
  public void accept(UUID group, UUID person) {
    groups.changeFromOutside(
        group,
        person,
        change -> {
          if (!change.before().has(person)) {
            requireWaiting(change, person);
            limits.requireRoom(change);
            GroupLimits.requireRoomOf(change.transaction(), person);
            change.join(person, null);
            change.say(person, SystemEvent.joined(person, "invitation"));
            BanSql.lift(change.transaction(), group, List.of(person));
            InvitationSql.close(change.transaction(), group, List.of(person))
                .forEach(change::tellOfInvitation);
          }
          return null;
        });
  }

  private static void requireWaiting(GroupChange change, UUID person) throws SQLException {
    boolean isWaiting =
        InvitationSql.find(change.transaction(), person, change.id())
            .filter(each -> each.isHeard(change.now()))
            .isPresent();
    if (!isWaiting) {
      throw unknown();
    }
  }

  private static ApiException unknown() {
    return ApiException.notFound("Invitation not found");
  }

  /** Twice is as good as once. */
  public void decline(UUID group, UUID person) {
    groups.changeFromOutside(
        group,
        person,
        change -> {
          Transaction transaction = change.transaction();
          boolean isWaiting =
              InvitationSql.find(transaction, person, group)
                  .filter(each -> each.isHeard(change.now()))
                  .isPresent();
          if (isWaiting) {
            InvitationSql.decline(transaction, person, group, change.now());
            change.tellOfInvitation(person);
          } else if (!InvitationSql.isDeclined(transaction, person, group)) {
            throw unknown();
          }
          return null;
        });
  }
}
