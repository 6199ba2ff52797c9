package com.mockhu.dm.group.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mockhu.dm.conversation.member.GroupAction;
import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.group.rule.AddRule;
import com.mockhu.dm.group.rule.AddRule.Outcome;
import com.mockhu.dm.group.rule.AddRule.Verdict;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.group.store.InvitationSql.Invitation;
import com.mockhu.dm.message.content.SystemEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Adds people to a group, or invites them, as they allow it. */
public final class AddPeople {
  private final Groups groups;
  private final AddFacts facts;
  private final GroupLimits limits;

  public AddPeople(Groups groups, AddFacts facts, GroupLimits limits) {
    this.groups = groups;
    this.facts = facts;
    this.limits = limits;
  }

  /**
   * What became of one person.
   *
   * @param reason why not; null where there is none to tell
   */
  public record Added(
      UUID userId, String outcome, @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

    private static Added of(UUID userId, Verdict verdict) {
      return new Added(userId, verdict.outcome().name().toLowerCase(Locale.ROOT), verdict.reason());
    }

    public boolean is(Outcome wanted) {
      return outcome.equals(wanted.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The people who were added outright. */
  static List<UUID> joined(List<Added> added) {
    return added.stream().filter(each -> each.is(Outcome.ADDED)).map(Added::userId).toList();
  }

  /** In the order given, in one transaction; one that cannot come hinders no other. */
  public List<Added> add(UUID group, UUID actor, List<UUID> people) {
    return groups.change(
        group,
        actor,
        people,
        change -> {
          change.require(actor, GroupAction.ADD_MEMBERS);
          boolean isAdmin = change.before().group().role(actor).orElseThrow().isAtLeast(Role.ADMIN);
          List<Added> added = judge(change, actor, people, isAdmin);
          if (!joined(added).isEmpty()) {
            change.say(actor, SystemEvent.added(joined(added)));
          }
          return added;
        });
  }

  /** The people's rows must be locked. */
  List<Added> judge(GroupChange change, UUID actor, List<UUID> people, boolean isAdmin)
      throws SQLException {
    AddFacts.Found found = facts.find(change, actor, people);
    List<Added> all = new ArrayList<>();
    List<UUID> wanted = new ArrayList<>();
    for (UUID person : people) {
      AddRule.Occasion occasion = new AddRule.Occasion(isAdmin, limits.hasRoom(change));
      Verdict verdict = AddRule.of(found.target(person), occasion);
      all.add(Added.of(person, verdict));
      switch (verdict.outcome()) {
        case ADDED -> {
          change.join(person, actor);
          wanted.add(person);
        }
        case INVITED -> {
          invite(change, actor, person, verdict.isSilent());
          wanted.add(person);
        }
        case ALREADY_MEMBER, NOT_ALLOWED, FULL, NOT_FOUND -> {}
      }
    }
    settle(change, all, wanted, isAdmin);
    return all;
  }

  /** An admin's wish lifts bans, and who is in needs no invitation. */
  private static void settle(
      GroupChange change, List<Added> all, List<UUID> wanted, boolean isAdmin) throws SQLException {
    if (isAdmin && !wanted.isEmpty()) {
      BanSql.lift(change.transaction(), change.id(), wanted);
    }
    List<UUID> joined = joined(all);
    if (!joined.isEmpty()) {
      InvitationSql.close(change.transaction(), change.id(), joined)
          .forEach(change::tellOfInvitation);
    }
  }

  /** One that waits already stays as it is: nobody is told twice. */
  private static void invite(GroupChange change, UUID actor, UUID person, boolean isSilent)
      throws SQLException {
    Optional<Invitation> earlier =
        InvitationSql.find(change.transaction(), person, change.id())
            .filter(each -> each.isOpen(change.now()))
            .filter(each -> isSilent || !each.isSilent());
    if (earlier.isPresent()) {
      return;
    }
    InvitationSql.put(
        change.transaction(),
        new Invitation(
            person,
            change.id(),
            actor,
            change.now(),
            change.now().plus(InvitationSql.LIFETIME),
            true,
            isSilent));
    if (!isSilent) {
      change.tellOfInvitation(person);
    }
  }
}
