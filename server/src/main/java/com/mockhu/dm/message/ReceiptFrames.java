package com.mockhu.dm.message;

import com.mockhu.dm.feed.ClientFrame;
import com.mockhu.dm.feed.Connection;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.FrameRouter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import java.util.List;
import java.util.UUID;

/** The frames {@code read}, {@code delivered} and {@code received} (behaviour §5, §7). */
final class ReceiptFrames {
  private final Database database;
  private final Feed feed;
  private final Reading reading;
  private final Delivering delivering;

  ReceiptFrames(Database database, Feed feed, Reading reading, Delivering delivering) {
    this.database = database;
    this.feed = feed;
    this.reading = reading;
    this.delivering = delivering;
  }

  void addTo(FrameRouter frames) {
    frames.add("read", this::read);
    frames.add("delivered", new DeliveredFrames(delivering));
    frames.add("received", this::received);
  }

  private void read(Connection connection, ClientFrame frame) {
    if (frame.has("message_id")) {
      reading.message(connection.userId(), frame.requiredId("message_id"));
    } else {
      reading.conversation(
          connection.userId(),
          frame.requiredId("conversation_id"),
          frame.number("up_to_seq", Long.MAX_VALUE));
    }
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
