package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.DepartureSql;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.group.rule.AddRule;
import com.mockhu.dm.group.rule.AddRule.Standing;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.GroupConsent;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.privacy.Blocks;
import com.mockhu.dm.privacy.BlocksAround;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds what decides about people who may join a group; a statement for each kind of fact. */
public final class AddFacts {
  private final Accounts accounts;
  private final Conversations conversations;
  private final Blocks blocks;

  public AddFacts(Accounts accounts, Conversations conversations, Blocks blocks) {
    this.accounts = accounts;
    this.conversations = conversations;
    this.blocks = blocks;
  }

  /**
   * @param open those who may be added without being asked
   */
  record Found(
      Set<UUID> known,
      Set<UUID> members,
      Set<UUID> banned,
      Set<UUID> declined,
      BlocksAround around,
      Set<UUID> open,
      Map<UUID, Integer> groups) {

    AddRule.Target target(UUID person) {
      Standing standing =
          members.contains(person)
              ? Standing.MEMBER
              : known.contains(person) ? Standing.OUTSIDE : Standing.UNKNOWN;
      boolean isBlocked = around.blocked().contains(person);
      return new AddRule.Target(
          standing,
          banned.contains(person),
          declined.contains(person) || around.blockers().contains(person),
          isBlocked,
          open.contains(person),
          groups.getOrDefault(person, 0) >= GroupLimits.GROUPS_PER_PERSON);
    }
  }

  Found find(GroupChange change, UUID actor, List<UUID> people) throws SQLException {
    Transaction transaction = change.transaction();
    UUID group = change.id();
    if (people.isEmpty()) {
      return new Found(
          Set.of(), Set.of(), Set.of(), Set.of(), BlocksAround.NONE, Set.of(), Map.of());
    }
    return new Found(
        accounts.present(transaction, people).keySet(),
        members(change),
        BanSql.among(transaction, group, people),
        InvitationSql.whoDeclined(
            transaction, group, people, change.now().minus(InvitationSql.QUIET)),
        blocks.around(transaction, actor, people),
        open(change, actor, people),
        GroupSql.groupCounts(transaction, people));
  }

  private static Set<UUID> members(GroupChange change) {
    return change.before().group().members().all().stream()
        .map(each -> each.userId())
        .collect(java.util.stream.Collectors.toSet());
  }

  /** Who left by themselves is asked, whoever they let add them. */
  private Set<UUID> open(GroupChange change, UUID actor, List<UUID> people) throws SQLException {
    Transaction transaction = change.transaction();
    Map<UUID, UUID> direct = conversations.directWith(transaction, actor, people);
    Set<UUID> contacts = MessageSql.whoWrote(transaction, direct);
    Set<UUID> open = GroupConsent.open(transaction, actor, people, contacts);
    open.removeAll(DepartureSql.whoLeft(transaction, change.id(), people));
    return open;
  }
}
