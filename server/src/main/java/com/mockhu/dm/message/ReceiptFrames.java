package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.ClientFrame;
import com.mockhu.dm.feed.Connection;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.FrameRouter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.List;
import java.util.UUID;

/** The frames {@code read}, {@code delivered} and {@code received} (behaviour §5, §7). */
final class ReceiptFrames {
  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final Reading reading;
  private final Delivering delivering;

  ReceiptFrames(
      Database database,
      Feed feed,
      Conversations conversations,
      Reading reading,
      Delivering delivering) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
    this.reading = reading;
    this.delivering = delivering;
  }

  void addTo(FrameRouter frames) {
    frames.add("read", this::read);
    frames.add("delivered", this::delivered);
    frames.add("received", this::received);
  }

  private void read(Connection connection, ClientFrame frame) {
    if (frame.has("message_id")) {
      reading.message(connection.userId(), frame.requiredId("message_id"));
    } else {
      reading.conversation(connection.userId(), frame.requiredId("conversation_id"));
    }
  }

  private void delivered(Connection connection, ClientFrame frame) {
    UUID recipient = connection.userId();
    UUID messageId = frame.requiredId("message_id");
    MessageRow row =
        database.read(
            transaction -> {
              MessageRow found = Reading.found(transaction, messageId);
              Conversation conversation =
                  conversations.open(transaction, found.conversationId(), recipient);
              if (!MessageViews.isVisible(recipient, conversation, found)) {
                throw ApiException.notFound("Message not found");
              }
              return found;
            });
    if (row.senderId().equals(recipient)) {
      throw new ApiException(ErrorCode.FORBIDDEN, "Only the recipient can acknowledge a message.");
    }
    delivering.arrived(recipient, List.of(row));
  }

  private void received(Connection connection, ClientFrame frame) {
    String cursor =
        frame.text("cursor").orElseThrow(() -> ApiException.invalid("cursor is missing."));
    Connection.Arrived arrived = connection.arrived(cursor);
    UUID recipient = connection.userId();
    List<MessageRow> rows =
        database.read(
            transaction ->
                MessageSql.byIds(
                    transaction,
                    feed.subjects(
                        transaction, recipient, MessageEvents.NEW, arrived.from(), arrived.to())));
    delivering.arrived(recipient, rows);
  }
}
