package com.mockhu.dm.message.delete;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.participant.PositionChange;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.conversation.receipt.ReceiptSql;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.access.MessageReceipts;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.event.EventKind;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deletes one's own message: for oneself, or within an hour for everyone (behaviour §4). */
public final class DeleteMessages {
  public static final Reason SENDER_ONLY = new Reason("sender_only");

  public static final Duration FOR_EVERYONE = Duration.ofHours(1);

  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final ConversationChanges changes;
  private final Uploads uploads;
  private final Clock clock;

  public DeleteMessages(
      Database database,
      Feed feed,
      Conversations conversations,
      ConversationChanges changes,
      Uploads uploads,
      Clock clock) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
    this.changes = changes;
    this.uploads = uploads;
    this.clock = clock;
  }

  public void remove(UUID sender, UUID messageId, boolean isForEveryone) {
    database.transaction(
        transaction -> {
          UUID id = found(transaction, messageId).conversationId();
          Conversation conversation = conversations.lockOwn(transaction, id, sender);
          // Read again: only under the lock is it certain what it looks like.
          MessageRow row = found(transaction, messageId);
          if (!row.senderId().equals(sender)) {
            throw ApiException.refused(
                ErrorCode.FORBIDDEN, SENDER_ONLY, "Only the sender can delete a message.");
          }
          if (isForEveryone) {
            forEveryone(transaction, conversation, row);
          } else {
            forSender(transaction, conversation, row);
          }
          return null;
        });
  }

  private void forSender(Transaction transaction, Conversation conversation, MessageRow row)
      throws SQLException {
    if (MessageSql.hide(transaction, row)) {
      FeedBatch batch = FeedBatch.empty();
      batch.add(row.senderId(), EventKind.HIDDEN, conversation.id(), row.id());
      feed.append(transaction, batch);
    }
  }

  private void forEveryone(Transaction transaction, Conversation conversation, MessageRow row)
      throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (row.isDeleted()) {
      return;
    }
    if (row.createdAt().plus(FOR_EVERYONE).isBefore(now)) {
      throw new ApiException(
          ErrorCode.TOO_LATE, "A message can be deleted for everyone within one hour.");
    }
    MessageSql.empty(transaction, row, now);
    if (!row.attachments().isEmpty()) {
      uploads.release(transaction, conversation.id(), row.id());
    }
    if (row.id().equals(conversation.lastMessageId())) {
      changes.emptyPreview(transaction, conversation);
    }
    FeedBatch batch = FeedBatch.empty();
    settle(transaction, batch, conversation, row);
    for (Participant each : conversation.participants()) {
      batch.add(each.userId(), EventKind.DELETED, conversation.id(), row.id());
    }
    feed.append(transaction, batch);
  }

  /** A message that is deleted unread no longer counts as unread, and is never read. */
  private void settle(
      Transaction transaction, FeedBatch batch, Conversation conversation, MessageRow row)
      throws SQLException {
    ReceiptRanges known =
        MessageReceipts.ofSenders(
            transaction, Map.of(conversation.id(), conversation), List.of(row));
    List<ReceiptSql.Stored> settled = new ArrayList<>();
    List<PositionChange> moved = new ArrayList<>();
    for (Participant each : conversation.others(row.senderId())) {
      UUID person = each.userId();
      boolean isUnread =
          row.seq() > each.clearedSeq() && !known.isSettled(conversation.id(), person, row.seq());
      if (isUnread) {
        ParticipantKey side = new ParticipantKey(conversation.id(), person);
        settled.add(new ReceiptSql.Stored(side, SeqRange.of(row.seq())));
        moved.add(new PositionChange(conversation.id(), person, 0, 0, 1));
      }
    }
    ReceiptSql.addReads(transaction, settled, null);
    changes.move(transaction, batch, Map.of(conversation.id(), conversation), moved);
  }

  private static MessageRow found(Transaction transaction, UUID messageId) throws SQLException {
    return MessageSql.find(transaction, messageId)
        .orElseThrow(() -> ApiException.notFound("Message not found"));
  }
}
