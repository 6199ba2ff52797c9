package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.feed.FeedEvent;
import com.mockhu.dm.feed.Frame;
import com.mockhu.dm.feed.SyncPage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The frames and sync entries of message events (behaviour §7, §8). */
final class EventShapes {
  private final MessageViews views;

  EventShapes(MessageViews views) {
    this.views = views;
  }

  private record Deleted(
      UUID messageId,
      UUID conversationId,
      @com.fasterxml.jackson.annotation.JsonProperty("for") String whom) {}

  private record Read(
      UUID messageId,
      UUID conversationId,
      UUID readBy,
      Instant readAt,
      Long fromSeq,
      Long upToSeq) {}

  private record AllRead(
      UUID conversationId, UUID readBy, long fromSeq, long seq, Instant readAt) {}

  private record Status(UUID messageId, UUID conversationId, String status, Long upToSeq) {}

  private record Receipt(
      UUID conversationId,
      UUID userId,
      String status,
      UUID messageId,
      Long fromSeq,
      Long upToSeq,
      Instant at) {}

  Optional<Frame> frame(UUID viewer, FeedEvent event, Conversation conversation, MessageRow row) {
    UUID id = conversation.id();
    UUID reader = conversation.peer(row.senderId()).userId();
    boolean isShown = viewer.equals(reader) || views.isReadingShown(conversation);
    return switch (event.kind()) {
      case MessageEvents.NEW ->
          Optional.of(Frame.of("new_message", views.one(viewer, conversation, row)));
      case MessageEvents.HIDDEN ->
          Optional.of(Frame.of("message_deleted", new Deleted(row.id(), id, "me")));
      case MessageEvents.DELETED ->
          Optional.of(Frame.of("message_deleted", new Deleted(row.id(), id, "everyone")));
      case MessageEvents.READ -> when(isShown, "message_read", read(event, row, reader));
      case MessageEvents.READ_ALL ->
          when(
              isShown,
              "conversation_read",
              new AllRead(id, reader, first(event), row.seq(), row.readAt()));
      default -> Optional.of(Frame.of("message_status", status(viewer, conversation, row)));
    };
  }

  private static Read read(FeedEvent event, MessageRow row, UUID reader) {
    boolean isRange = isRange(event, row);
    return new Read(
        row.id(),
        row.conversationId(),
        reader,
        row.readAt(),
        isRange ? event.firstSeq() : null,
        isRange ? row.seq() : null);
  }

  private static boolean isRange(FeedEvent event, MessageRow row) {
    return event.firstSeq() != null && event.firstSeq() < row.seq();
  }

  /** Events from before ranges were kept are all of conversations nobody had deleted. */
  private static long first(FeedEvent event) {
    return event.firstSeq() == null ? 1 : event.firstSeq();
  }

  /** True of every message up to the number it names, not of its own alone. */
  private Status status(UUID viewer, Conversation conversation, MessageRow row) {
    Long upTo = upTo(conversation, row);
    boolean isForAll = upTo == null || isReadUpTo(conversation, row);
    String status = isForAll ? views.one(viewer, conversation, row).status() : "delivered";
    return new Status(row.id(), conversation.id(), status, upTo);
  }

  /** One message that was read by itself, or that went unread with a deletion, spoils it. */
  private static boolean isReadUpTo(Conversation conversation, MessageRow row) {
    Conversation.Side reader = conversation.peer(row.senderId());
    return reader.clearedSeq() == 0 && reader.readSeq() >= row.seq();
  }

  private static Optional<Frame> when(boolean isShown, String type, Object data) {
    return isShown ? Optional.of(Frame.of(type, data)) : Optional.empty();
  }

  /** Everything up to here has arrived; null when there are gaps before this message. */
  private static Long upTo(Conversation conversation, MessageRow row) {
    long position = conversation.peer(row.senderId()).deliveredSeq();
    return position >= row.seq() ? row.seq() : null;
  }

  void add(UUID viewer, FeedEvent event, Conversation conversation, MessageRow row, SyncPage page) {
    UUID id = conversation.id();
    UUID reader = conversation.peer(row.senderId()).userId();
    boolean isShown = viewer.equals(reader) || views.isReadingShown(conversation);
    switch (event.kind()) {
      case MessageEvents.NEW, MessageEvents.DELETED ->
          page.message(row.id(), views.one(viewer, conversation, row));
      case MessageEvents.HIDDEN ->
          page.message(row.id(), new MessageView.Hidden(row.id(), id, true, "me"));
      case MessageEvents.READ, MessageEvents.READ_ALL -> {
        if (isShown) {
          boolean isRange = event.kind() == MessageEvents.READ_ALL || isRange(event, row);
          Long from = isRange ? first(event) : null;
          Long upTo = isRange ? row.seq() : null;
          page.receipt(new Receipt(id, reader, "read", row.id(), from, upTo, row.readAt()));
        }
      }
      default ->
          page.receipt(
              new Receipt(id, reader, "delivered", row.id(), null, upTo(conversation, row), null));
    }
  }
}
