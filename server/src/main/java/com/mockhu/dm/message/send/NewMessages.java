package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationUpdate;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.log.TimedFrame;
import com.mockhu.dm.message.access.InsertMessages;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.event.EventKind;
import com.mockhu.dm.message.event.SharedMessage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes the accepted messages of a batch, and appends an event to the feed of each participant.
 */
final class NewMessages {
  private static final int PREVIEW = 500;

  private final MessageViews views;
  private final FeedBatch batch = FeedBatch.empty();
  private final Map<ParticipantKey, Integer> places = new HashMap<>();

  /** A sender used a key before, and only the insert found it. */
  static final class RepeatedKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RepeatedKeyException() {
      super("A client_message_id was used before", null, false, false);
    }
  }

  private NewMessages(MessageViews views) {
    this.views = views;
  }

  /**
   * @param takenAt {@link System#nanoTime} at its arrival
   */
  record Accepted(MessageRow row, long takenAt) {}

  /**
   * @param accepted all that was accepted, in the order of the sends
   * @throws RepeatedKeyException when a key was used before
   */
  static void store(
      Transaction transaction,
      ConversationChanges changes,
      MessageViews views,
      Map<UUID, PendingMessages> pending,
      List<Accepted> accepted)
      throws SQLException {
    if (accepted.isEmpty()) {
      return;
    }
    NewMessages fresh = new NewMessages(views);
    List<ConversationUpdate> updates = new ArrayList<>();
    for (PendingMessages each : pending.values()) {
      changes.announce(fresh.batch, each.before());
      updates.add(update(each));
    }
    for (Accepted each : accepted) {
      fresh.tell(pending.get(each.row.conversationId()).before(), each);
    }
    // The senders' heads are locked by this; only then can the insert be sure of their keys.
    changes.receive(transaction, fresh.batch, updates, fresh.places);
    if (!InsertMessages.all(transaction, accepted.stream().map(Accepted::row).toList())) {
      throw new RepeatedKeyException();
    }
  }

  /** The frame of a new message for a recipient; its delay is measured. */
  private record Arriving(Supplier<Frame> frame, long since) implements TimedFrame {
    @Override
    public Frame get() {
      return frame.get();
    }
  }

  private void tell(Conversation conversation, Accepted accepted) {
    MessageRow row = accepted.row;
    SharedMessage message = SharedMessage.of(() -> views.shared(row), views.attachmentJson(row));
    for (Participant each : conversation.participants()) {
      UUID viewer = each.userId();
      boolean isSender = viewer.equals(row.senderId());
      UUID key = isSender ? row.clientMessageId() : null;
      Supplier<Frame> frame = () -> message.frame(viewer, key);
      Supplier<Frame> live = isSender ? frame : new Arriving(frame, accepted.takenAt);
      int place = batch.add(viewer, EventKind.NEW, conversation.id(), row.id(), live);
      batch.top(viewer, conversation.id());
      places.put(new ParticipantKey(conversation.id(), viewer), place);
    }
  }

  private static ConversationUpdate update(PendingMessages pending) {
    MessageRow newest = pending.added().getLast();
    return new ConversationUpdate(
        pending.before(),
        pending.added().size(),
        newest.id(),
        newest.type(),
        preview(newest.content()),
        newest.senderId(),
        newest.createdAt(),
        unread(pending));
  }

  private static Map<UUID, Integer> unread(PendingMessages pending) {
    Map<UUID, Integer> unread = new HashMap<>();
    for (MessageRow row : pending.added()) {
      for (Participant each : pending.before().participants()) {
        if (!each.userId().equals(row.senderId())) {
          unread.merge(each.userId(), 1, Integer::sum);
        }
      }
    }
    return unread;
  }

  /** The text for the inbox, cut between characters. */
  private static String preview(String text) {
    if (text == null || text.length() <= PREVIEW) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW;
    return text.substring(0, end);
  }
}
