package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Activity;
import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.ConversationSide;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedBatch;
import com.mockhu.dm.feed.Frame;
import com.mockhu.dm.feed.TimedFrame;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes a batch's accepted messages, and tells both sides' feeds of them. */
final class NewMessages {
  private static final int PREVIEW = 500;

  private final MessageViews views;
  private final FeedBatch batch = FeedBatch.empty();
  private final List<Activity> activities = new ArrayList<>();
  private final Map<ConversationSide, Integer> places = new HashMap<>();

  private NewMessages(MessageViews views) {
    this.views = views;
  }

  /**
   * @param rows all that was accepted, in the order of the sends
   * @param takenAt when each of them came to the server
   */
  static void store(
      Transaction transaction,
      Conversations conversations,
      MessageViews views,
      Map<UUID, SendBatch.Addition> additions,
      List<MessageRow> rows,
      long[] takenAt)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    NewMessages fresh = new NewMessages(views);
    for (SendBatch.Addition addition : additions.values()) {
      conversations.announce(fresh.batch, addition.before);
      fresh.activities.add(activity(addition));
    }
    for (int i = 0; i < rows.size(); i++) {
      MessageRow row = rows.get(i);
      fresh.tell(additions.get(row.conversationId()).before, row, takenAt[i]);
    }
    MessageSql.insert(transaction, rows);
    conversations.receive(transaction, fresh.batch, fresh.activities, fresh.places);
  }

  /** The frame that brings a message to its recipient. */
  private record Arriving(
      MessageViews views, UUID viewer, Conversation conversation, MessageRow row, long since)
      implements TimedFrame {
    @Override
    public Frame get() {
      return shown(views, viewer, conversation, row);
    }
  }

  private static Frame shown(
      MessageViews views, UUID viewer, Conversation conversation, MessageRow row) {
    return Frame.of("new_message", views.one(viewer, conversation, row));
  }

  private Supplier<Frame> frame(
      UUID viewer, Conversation conversation, MessageRow row, long takenAt) {
    return viewer.equals(row.senderId())
        ? () -> shown(views, viewer, conversation, row)
        : new Arriving(views, viewer, conversation, row, takenAt);
  }

  private void tell(Conversation conversation, MessageRow row, long takenAt) {
    for (Conversation.Side side : List.of(conversation.one(), conversation.other())) {
      UUID viewer = side.userId();
      int place =
          batch.add(
              viewer,
              MessageEvents.NEW,
              conversation.id(),
              row.id(),
              frame(viewer, conversation, row, takenAt));
      batch.top(viewer, conversation.id());
      places.put(new ConversationSide(conversation.id(), viewer), place);
    }
  }

  private static Activity activity(SendBatch.Addition addition) {
    MessageRow newest = addition.added.getLast();
    Map<UUID, Integer> unread = new HashMap<>();
    for (MessageRow row : addition.added) {
      unread.merge(addition.before.peer(row.senderId()).userId(), 1, Integer::sum);
    }
    return new Activity(
        addition.before,
        addition.added.size(),
        newest.id(),
        newest.type(),
        preview(newest.content()),
        newest.senderId(),
        newest.createdAt(),
        unread);
  }

  /** What an inbox shows of it, cut between characters. */
  private static String preview(String text) {
    if (text == null || text.length() <= PREVIEW) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW;
    return text.substring(0, end);
  }
}
