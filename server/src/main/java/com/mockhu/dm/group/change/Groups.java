package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.people.account.PersonLocks;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Runs changes of groups: each locks the group, gathers what happens, and writes it at once. */
public final class Groups {
  private final Database database;
  private final Conversations conversations;
  private final WriteChange writing;
  private final Clock clock;

  public Groups(Database database, Conversations conversations, WriteChange writing, Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.writing = writing;
    this.clock = clock;
  }

  /** What is to be done to a locked group; may run again from its start. */
  @FunctionalInterface
  public interface Work<T> {
    T on(GroupChange change) throws SQLException;
  }

  /** By a member; everybody else is refused as by all routes of the group. */
  public <T> T change(UUID id, UUID actor, Work<T> work) {
    return change(id, actor, List.of(), work);
  }

  /** As the other one; {@code mayJoin} are locked first, so that what they allow stays true. */
  public <T> T change(UUID id, UUID actor, Collection<UUID> mayJoin, Work<T> work) {
    return database.transaction(
        transaction -> {
          PersonLocks.lockAll(transaction, mayJoin);
          return run(transaction, conversations.lockGroup(transaction, id, actor), work);
        });
  }

  /**
   * By somebody who need not be a member, and may become one.
   *
   * @throws ApiException {@code not_found} where there is no such group
   */
  public <T> T changeFromOutside(UUID id, UUID actor, Work<T> work) {
    return database.transaction(
        transaction -> {
          PersonLocks.lockAll(transaction, Set.of(actor));
          return run(transaction, found(transaction, id), work);
        });
  }

  private Conversation found(Transaction transaction, UUID id) throws SQLException {
    return Optional.ofNullable(conversations.lock(transaction, List.of(id)).get(id))
        .filter(each -> !each.isDirect())
        .orElseThrow(() -> ApiException.notFound("Conversation not found"));
  }

  /** Within a transaction that has locked the group. */
  <T> T run(Transaction transaction, Conversation before, Work<T> work) throws SQLException {
    GroupInfo info =
        GroupSql.info(transaction, before.id())
            .orElseThrow(() -> ApiException.notFound("Conversation not found"));
    GroupChange change = new GroupChange(transaction, before, info, now());
    T result = work.on(change);
    if (!change.isNothing()) {
      writing.write(change);
    }
    return result;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
