package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.event.EventKind;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Tells senders in a group that the status of their messages moved. A status moves when the last
 * recipient reaches a message, or leaves, so the lowest positions before and after a batch bound
 * the messages to look at: each is looked at once for each status, however many receipts there are.
 */
public final class GroupStatuses {
  private GroupStatuses() {}

  /** The lowest position of all people, and of all but the one who has it. */
  private record Floors(UUID lowest, long first, long second) {

    static Floors of(Conversation group, ToLongFunction<Participant> position) {
      UUID lowest = null;
      long first = Long.MAX_VALUE;
      long second = Long.MAX_VALUE;
      for (Participant each : group.participants()) {
        long at = position.applyAsLong(each);
        if (at < first) {
          second = first;
          first = at;
          lowest = each.userId();
        } else {
          second = Math.min(second, at);
        }
      }
      return new Floors(lowest, first, second);
    }

    /** The lowest position of those who receive this sender's messages. */
    long of(UUID sender) {
      return sender.equals(lowest) ? second : first;
    }
  }

  /** {@code after}: with new positions, or without people who have left. */
  public static void add(
      Transaction transaction, FeedBatch told, Conversation before, Conversation after)
      throws SQLException {
    if (before.participants().size() > 1 && after.participants().size() > 1) {
      Set<UUID> messages = new HashSet<>();
      add(transaction, told, before, after, GroupStatuses::delivered, messages);
      add(transaction, told, before, after, Participant::readSeq, messages);
    }
  }

  /** What was read has arrived, unless it was deleted unread with the conversation. */
  private static long delivered(Participant person) {
    boolean hasCleared = person.clearedSeq() > person.joinedSeq();
    return hasCleared ? person.deliveredSeq() : Math.max(person.deliveredSeq(), person.readSeq());
  }

  private static void add(
      Transaction transaction,
      FeedBatch told,
      Conversation before,
      Conversation after,
      ToLongFunction<Participant> position,
      Set<UUID> messages)
      throws SQLException {
    Floors old = Floors.of(before, position);
    Floors now = Floors.of(after, position);
    long from = Long.MAX_VALUE;
    long upTo = 0;
    for (Participant each : after.participants()) {
      UUID sender = each.userId();
      if (now.of(sender) > old.of(sender)) {
        from = Math.min(from, old.of(sender));
        upTo = Math.max(upTo, now.of(sender));
      }
    }
    if (upTo <= from) {
      return;
    }
    Set<UUID> senders = new HashSet<>();
    for (MessageRef each : MessageSql.newest(transaction, after.id(), from, upTo)) {
      UUID sender = each.senderId();
      boolean isMoved = each.seq() > old.of(sender) && each.seq() <= now.of(sender);
      if (isMoved && senders.add(sender) && after.has(sender) && messages.add(each.id())) {
        told.add(sender, EventKind.DELIVERED, after.id(), each.id());
      }
    }
  }
}
