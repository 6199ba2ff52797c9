package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.GroupAction;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.group.store.InvitationSql.Invitation;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What admins see of a group and may undo: bans, and invitations that wait. */
public final class Moderation {
  private final Database database;
  private final Conversations conversations;
  private final Groups groups;
  private final Clock clock;

  public Moderation(Database database, Conversations conversations, Groups groups, Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.groups = groups;
    this.clock = clock;
  }

  private void require(Transaction transaction, UUID group, UUID actor, GroupAction action)
      throws SQLException {
    if (!conversations.openGroup(transaction, group, actor).group().may(actor, action)) {
      throw GroupChange.forbidden();
    }
  }

  public List<BanSql.Ban> bans(UUID group, UUID actor) {
    return database.read(
        transaction -> {
          require(transaction, group, actor, GroupAction.SEE_BANS);
          return BanSql.all(transaction, group);
        });
  }

  /** Twice is as good as once. */
  public void lift(UUID group, UUID actor, UUID person) {
    groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.SEE_BANS);
          BanSql.lift(change.transaction(), group, List.of(person));
          return null;
        });
  }

  /** Silent ones too: nobody can tell them apart. */
  public List<Invitation> waiting(UUID group, UUID actor) {
    Instant now = clock.instant();
    return database.read(
        transaction -> {
          require(transaction, group, actor, GroupAction.SEE_INVITATIONS);
          return InvitationSql.ofGroup(transaction, group).stream()
              .filter(each -> each.isOpen(now))
              .toList();
        });
  }

  /** Twice is as good as once. */
  public void cancel(UUID group, UUID actor, UUID person) {
    groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.SEE_INVITATIONS);
          boolean isHeard =
              InvitationSql.find(change.transaction(), person, group)
                  .filter(each -> each.isHeard(change.now()))
                  .isPresent();
          InvitationSql.cancel(change.transaction(), group, person);
          if (isHeard) {
            change.tellOfInvitation(person);
          }
          return null;
        });
  }
}
