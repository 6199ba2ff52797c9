package com.mockhu.dm.message.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.replay.EventView;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageView;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An event of a message as one viewer may see it: as a frame, and as a part of sync (behaviour §7,
 * §8).
 */
public sealed interface MessageChange extends EventView {
  SyncSection.States MESSAGES = new SyncSection.States("messages");
  SyncSection.Entries RECEIPTS = new SyncSection.Entries("receipts");

  /** It is there; the view is made only where it is needed. */
  record Shown(MessageRow row, Supplier<MessageView> view) implements MessageChange {
    @Override
    public Frame frame() {
      return Frame.of("new_message", view.get());
    }

    @Override
    public void addTo(SyncPage page) {
      page.put(MESSAGES, row.id(), view.get());
    }
  }

  /** Deleted for everyone: sync gives the tombstone. */
  record Deleted(UUID id, UUID conversationId, Supplier<MessageView> tombstone)
      implements MessageChange {
    @Override
    public Frame frame() {
      return deleted(id, conversationId, "everyone");
    }

    @Override
    public void addTo(SyncPage page) {
      page.put(MESSAGES, id, tombstone.get());
    }
  }

  /** Deleted by its sender for the sender alone. */
  record Hidden(UUID id, UUID conversationId) implements MessageChange {
    @Override
    public Frame frame() {
      return deleted(id, conversationId, "me");
    }

    @Override
    public void addTo(SyncPage page) {
      page.put(MESSAGES, id, new MessageView.Hidden(id, conversationId, true, "me"));
    }
  }

  /**
   * Messages were read.
   *
   * @param firstSeq null where it is this message alone
   */
  record Read(UUID id, UUID conversationId, UUID reader, Instant at, Long firstSeq, long seq)
      implements MessageChange {
    @Override
    public Frame frame() {
      Long upTo = firstSeq == null ? null : seq;
      return Frame.of(
          "message_read", new ReadFrame(id, conversationId, reader, at, firstSeq, upTo));
    }

    @Override
    public void addTo(SyncPage page) {
      Long upTo = firstSeq == null ? null : seq;
      page.add(RECEIPTS, new Receipt(conversationId, reader, "read", id, firstSeq, upTo, at));
    }
  }

  /** Nothing from {@code firstSeq} on stays unread. */
  record AllRead(UUID id, UUID conversationId, UUID reader, Instant at, long firstSeq, long seq)
      implements MessageChange {
    @Override
    public Frame frame() {
      return Frame.of(
          "conversation_read", new AllReadFrame(conversationId, reader, firstSeq, seq, at));
    }

    @Override
    public void addTo(SyncPage page) {
      page.add(RECEIPTS, new Receipt(conversationId, reader, "read", id, firstSeq, seq, at));
    }
  }

  /**
   * A sender's message went on.
   *
   * @param reader who got it, where it is one; null in a group
   * @param status true of every message up to {@code upTo}; of its own alone where that is null
   */
  record StatusMoved(UUID id, UUID conversationId, UUID reader, String status, Long upTo)
      implements MessageChange {
    @Override
    public Frame frame() {
      return Frame.of("message_status", new StatusFrame(id, conversationId, status, upTo));
    }

    @Override
    public void addTo(SyncPage page) {
      page.add(RECEIPTS, new Receipt(conversationId, reader, "delivered", id, null, upTo, null));
    }
  }

  private static Frame deleted(UUID id, UUID conversationId, String whom) {
    return Frame.of("message_deleted", new DeletedFrame(id, conversationId, whom));
  }

  record DeletedFrame(UUID messageId, UUID conversationId, @JsonProperty("for") String whom) {}

  record ReadFrame(
      UUID messageId,
      UUID conversationId,
      UUID readBy,
      Instant readAt,
      Long fromSeq,
      Long upToSeq) {}

  record AllReadFrame(UUID conversationId, UUID readBy, long fromSeq, long seq, Instant readAt) {}

  record StatusFrame(UUID messageId, UUID conversationId, String status, Long upToSeq) {}

  /** An entry of sync. */
  record Receipt(
      UUID conversationId,
      UUID userId,
      String status,
      UUID messageId,
      Long fromSeq,
      Long upToSeq,
      Instant at) {}
}
