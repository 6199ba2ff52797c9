package com.mockhu.dm.message.system;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.message.access.InsertMessages;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.message.event.EventKind;
import com.mockhu.dm.message.event.SharedMessage;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes what happens to a group into its history, in the transaction of what happens. */
public final class SystemMessages {
  private final MessageViews views;

  public SystemMessages(MessageViews views) {
    this.views = views;
  }

  /** Who did what. */
  public record Said(UUID actor, SystemEvent event) {}

  /** The messages, numbered after the last of the conversation, which must be locked. */
  public List<MessageRow> number(Conversation before, List<Said> all, Instant now) {
    Instant last = before.lastMessageAt();
    Instant at = last != null && last.isAfter(now) ? last : now;
    List<MessageRow> rows = new ArrayList<>();
    for (Said each : all) {
      long seq = before.lastSeq() + rows.size() + 1;
      rows.add(MessageRow.system(Ids.next(), before.id(), seq, each.actor, each.event, at));
    }
    return rows;
  }

  /** Puts them into the feeds of these people. */
  public void tell(FeedBatch batch, List<MessageRow> rows, Collection<UUID> audience) {
    for (MessageRow row : rows) {
      SharedMessage message = SharedMessage.of(() -> views.shared(row), views.attachmentJson(row));
      for (UUID viewer : audience) {
        batch.add(
            viewer,
            EventKind.SYSTEM,
            row.conversationId(),
            row.id(),
            () -> message.frame(viewer, null));
      }
    }
  }

  public void store(Transaction transaction, List<MessageRow> rows) {
    if (!rows.isEmpty()) {
      InsertMessages.system(transaction, rows);
      MessageRow newest = rows.getLast();
      ConversationSql.addSystem(
          transaction, newest.conversationId(), rows.size(), newest.createdAt());
    }
  }
}
