package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Activity;
import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.ConversationSide;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedBatch;
import com.mockhu.dm.feed.Frame;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

  /** {@code rows} are all that was accepted, in the order of the sends. */
  static void store(
      Transaction transaction,
      Conversations conversations,
      MessageViews views,
      Map<UUID, SendBatch.Addition> additions,
      List<MessageRow> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    NewMessages fresh = new NewMessages(views);
    for (SendBatch.Addition addition : additions.values()) {
      conversations.announce(fresh.batch, addition.before);
      fresh.activities.add(activity(addition));
    }
    rows.forEach(row -> fresh.tell(additions.get(row.conversationId()).before, row));
    MessageSql.insert(transaction, rows);
    conversations.receive(transaction, fresh.batch, fresh.activities, fresh.places);
  }

  private void tell(Conversation conversation, MessageRow row) {
    for (Conversation.Side side : List.of(conversation.one(), conversation.other())) {
      UUID viewer = side.userId();
      int place =
          batch.add(
              viewer,
              MessageEvents.NEW,
              conversation.id(),
              row.id(),
              () -> Frame.of("new_message", views.one(viewer, conversation, row)));
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
