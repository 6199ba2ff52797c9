package com.mockhu.dm.message.event;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.message.access.MessageAccess;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.message.access.MessageViews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What each kind of event shows: in live frames, in replay and in sync. No other class decides it.
 */
public final class MessageChanges {
  /** Those that show a message itself; a receipt may stand for others than its own. */
  private static final Set<Short> SHOWING = Set.of(EventKind.NEW, EventKind.DELETED);

  private final MessageViews views;

  public MessageChanges(MessageViews views) {
    this.views = views;
  }

  /**
   * What an event is about.
   *
   * @param row the whole message; null for a receipt, which needs the reference alone
   */
  public record Subject(
      Conversation conversation, MessageRef message, MessageRow row, ReceiptRanges ranges) {}

  /** Empty for what this viewer is not to know. */
  public Optional<MessageChange> of(UUID viewer, short kind, Long firstSeq, Subject subject) {
    boolean isAllowed =
        SHOWING.contains(kind)
            ? MessageAccess.maySee(subject.conversation, viewer, subject.row)
            : MessageAccess.mayHearOf(subject.conversation, viewer, subject.message.seq());
    return isAllowed
        ? Optional.ofNullable(change(viewer, kind, firstSeq, subject))
        : Optional.empty();
  }

  private MessageChange change(UUID viewer, short kind, Long firstSeq, Subject subject) {
    MessageRef message = subject.message;
    UUID conversationId = subject.conversation.id();
    return switch (kind) {
      case EventKind.NEW -> new MessageChange.Shown(subject.row, () -> view(viewer, subject));
      case EventKind.HIDDEN -> new MessageChange.Hidden(message.id(), conversationId);
      case EventKind.DELETED ->
          new MessageChange.Deleted(message.id(), conversationId, () -> view(viewer, subject));
      case EventKind.READ -> read(viewer, firstSeq, subject);
      case EventKind.READ_ALL -> allRead(viewer, firstSeq, subject);
      case EventKind.DELIVERED -> status(viewer, subject);
      default -> null;
    };
  }

  private MessageView view(UUID viewer, Subject subject) {
    return views.one(viewer, subject.conversation, subject.row, subject.ranges);
  }

  private MessageChange read(UUID viewer, Long firstSeq, Subject subject) {
    UUID reader = reader(viewer, subject);
    MessageRef message = subject.message;
    boolean isRange = firstSeq != null && firstSeq < message.seq();
    return isShown(viewer, reader, message)
        ? new MessageChange.Read(
            message.id(),
            subject.conversation.id(),
            reader,
            readAt(reader, subject),
            isRange ? firstSeq : null,
            message.seq())
        : null;
  }

  private MessageChange allRead(UUID viewer, long firstSeq, Subject subject) {
    UUID reader = reader(viewer, subject);
    MessageRef message = subject.message;
    return isShown(viewer, reader, message)
        ? new MessageChange.AllRead(
            message.id(),
            subject.conversation.id(),
            reader,
            readAt(reader, subject),
            firstSeq,
            message.seq())
        : null;
  }

  /** In a group people hear of their own reading alone. */
  private static UUID reader(UUID viewer, Subject subject) {
    return subject.conversation.isDirect()
        ? subject.conversation.peer(subject.message.senderId()).userId()
        : viewer;
  }

  private boolean isShown(UUID viewer, UUID reader, MessageRef message) {
    return viewer.equals(reader) || views.isReadingShown(List.of(message.senderId(), reader));
  }

  private static Instant readAt(UUID reader, Subject subject) {
    return subject.ranges.readAt(subject.conversation.id(), reader, subject.message.seq());
  }

  private MessageChange status(UUID viewer, Subject subject) {
    Conversation conversation = subject.conversation;
    MessageRef message = subject.message;
    Long upTo = upTo(conversation, message);
    boolean isForAll = upTo == null || isReadUpTo(conversation, message);
    String status =
        isForAll ? views.status(viewer, conversation, message, subject.ranges).word() : "delivered";
    UUID reader = conversation.isDirect() ? conversation.peer(message.senderId()).userId() : null;
    return new MessageChange.StatusMoved(message.id(), conversation.id(), reader, status, upTo);
  }

  /** Everything of the sender up to here has arrived; null when there are gaps before it. */
  private static Long upTo(Conversation conversation, MessageRef message) {
    boolean isAll =
        conversation.others(message.senderId()).stream()
            .allMatch(each -> each.deliveredSeq() >= message.seq());
    return isAll ? message.seq() : null;
  }

  /** False when a single message was read alone, or was deleted unread with the conversation. */
  private static boolean isReadUpTo(Conversation conversation, MessageRef message) {
    return conversation.others(message.senderId()).stream()
        .allMatch(each -> isReadUpTo(each, message));
  }

  private static boolean isReadUpTo(Participant reader, MessageRef message) {
    return reader.clearedSeq() == 0 && reader.readSeq() >= message.seq();
  }
}
