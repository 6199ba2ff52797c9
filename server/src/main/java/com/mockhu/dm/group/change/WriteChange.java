package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxTotals;
import com.mockhu.dm.conversation.member.DepartureSql;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.receipt.ReceiptSql;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.feed.log.Appended;
import com.mockhu.dm.feed.log.Badge;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.group.store.ErasureSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.read.GroupStatuses;
import com.mockhu.dm.message.system.SystemMessages;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes a gathered change: rows, system messages, and events for all whom it concerns. */
public final class WriteChange {
  /** Somebody's invitation to a group was made, or waits no more. */
  public static final short INVITATION = 40;

  private final Feed feed;
  private final SystemMessages messages;
  private final Runnable erasing;

  /** {@code erasing}: told when there is something to erase. */
  public WriteChange(Feed feed, SystemMessages messages, Runnable erasing) {
    this.erasing = erasing;
    this.feed = feed;
    this.messages = messages;
  }

  void write(GroupChange change) throws SQLException {
    if (change.isEnding()) {
      end(change);
      return;
    }
    Transaction transaction = change.transaction();
    writeGroup(change);
    writeLeaving(change);
    List<MessageRow> rows = messages.number(change.before(), change.said(), change.now());
    FeedBatch batch = FeedBatch.empty();
    Map<UUID, Integer> places = tellJoining(batch, change);
    tellStaying(batch, change);
    tellLeaving(batch, change);
    change.invited().forEach(each -> batch.add(each, INVITATION, change.id(), null));
    messages.tell(batch, rows, audience(change));
    if (!change.leaving().isEmpty()) {
      // Who leaves may have been the last whom a message had not reached.
      GroupStatuses.add(
          transaction, batch, change.before(), change.before().without(change.leaving().keySet()));
    }
    Appended appended = feed.append(transaction, batch);
    writeJoining(change, places, appended);
    messages.store(transaction, rows);
  }

  /** The group goes at once; a job erases its messages. */
  private void end(GroupChange change) throws SQLException {
    Transaction transaction = change.transaction();
    FeedBatch batch = FeedBatch.empty();
    List<UUID> left = new ArrayList<>();
    for (Participant each : change.before().participants()) {
      batch.add(each.userId(), ConversationEvents.CHANGED, change.id(), null);
      if (each.isListed()) {
        batch.count(each.userId(), InboxTotals.negative(InboxTotals.weight(each)));
      }
      if (!change.leaving().containsKey(each.userId())) {
        left.add(each.userId());
      }
    }
    change
        .leaving()
        .forEach(
            (user, reason) -> DepartureSql.note(transaction, change.id(), List.of(user), reason));
    DepartureSql.note(transaction, change.id(), left, DepartureSql.Reason.GROUP_DELETED);
    ConversationSql.removeParticipants(
        transaction,
        change.id(),
        change.before().participants().stream().map(Participant::userId).toList());
    InvitationSql.removeAll(transaction, change.id())
        .forEach(each -> batch.add(each, INVITATION, change.id(), null));
    GroupSql.remove(transaction, change.id());
    ErasureSql.insert(transaction, change.id(), null);
    transaction.afterCommit(erasing);
    feed.append(transaction, batch);
  }

  private static void writeGroup(GroupChange change) {
    Transaction transaction = change.transaction();
    if (change.newInfo() != null) {
      GroupSql.update(transaction, change.newInfo());
    }
    if (change.newPermissions() != null) {
      GroupSql.setPermissions(transaction, change.id(), change.newPermissions());
    }
    boolean areMembersOther =
        !change.joining().isEmpty() || !change.leaving().isEmpty() || !change.roles().isEmpty();
    if (areMembersOther) {
      GroupSql.raiseVersion(transaction, change.id());
    }
    change.roles().forEach((user, role) -> GroupSql.setRole(transaction, change.id(), user, role));
  }

  private static void writeLeaving(GroupChange change) {
    Transaction transaction = change.transaction();
    change
        .leaving()
        .forEach(
            (user, reason) -> {
              GroupSql.removeMember(transaction, change.id(), user);
              DepartureSql.note(transaction, change.id(), List.of(user), reason);
            });
    if (!change.leaving().isEmpty()) {
      ConversationSql.removeParticipants(transaction, change.id(), change.leaving().keySet());
    }
  }

  private static Map<UUID, Integer> tellJoining(FeedBatch batch, GroupChange change) {
    Map<UUID, Integer> places = new HashMap<>();
    for (UUID user : change.joining().keySet()) {
      places.put(user, batch.add(user, ConversationEvents.CHANGED, change.id(), null));
      batch.count(user, new Badge(0, 0, 1));
      batch.top(user, change.id());
    }
    return places;
  }

  /** An invitation alone changes nothing for the members. */
  private static void tellStaying(FeedBatch batch, GroupChange change) {
    for (Participant each : change.before().participants()) {
      boolean isTold =
          each.isListed()
              && !change.said().isEmpty()
              && !change.leaving().containsKey(each.userId());
      if (isTold) {
        batch.add(each.userId(), ConversationEvents.CHANGED, change.id(), null);
      }
    }
  }

  private static void tellLeaving(FeedBatch batch, GroupChange change) {
    for (UUID user : change.leaving().keySet()) {
      Participant side = change.before().participant(user);
      batch.add(user, ConversationEvents.CHANGED, change.id(), null);
      if (side.isListed()) {
        batch.count(user, InboxTotals.negative(InboxTotals.weight(side)));
      }
    }
  }

  private static List<UUID> audience(GroupChange change) {
    List<UUID> audience = new ArrayList<>(change.joining().keySet());
    change.before().participants().stream()
        .map(Participant::userId)
        .filter(each -> !change.leaving().containsKey(each))
        .forEach(audience::add);
    return audience;
  }

  private static void writeJoining(
      GroupChange change, Map<UUID, Integer> places, Appended appended) {
    if (change.joining().isEmpty()) {
      return;
    }
    Transaction transaction = change.transaction();
    List<UUID> people = List.copyOf(change.joining().keySet());
    long seq = change.before().lastSeq();
    boolean isOpen =
        change.newInfo() == null ? change.info().isHistoryOpen() : change.newInfo().isHistoryOpen();
    ConversationSql.Joined joined = new ConversationSql.Joined(seq, isOpen ? 0 : seq);
    GroupSql.addMembers(transaction, change.id(), List.copyOf(change.joining().values()));
    for (UUID user : people) {
      long rank = appended.seq(user, places.get(user));
      ConversationSql.insertMember(transaction, change.id(), user, rank, joined);
    }
    DepartureSql.forget(transaction, change.id(), people);
    ReceiptSql.forget(transaction, change.id(), people);
    if (isOpen && seq > 0) {
      // What was written before counts as read: it was never unread for them.
      ReceiptSql.addReads(
          transaction,
          people.stream()
              .map(
                  user ->
                      new ReceiptSql.Stored(
                          new ParticipantKey(change.id(), user), new SeqRange(1, seq)))
              .toList(),
          change.now());
    }
  }
}
