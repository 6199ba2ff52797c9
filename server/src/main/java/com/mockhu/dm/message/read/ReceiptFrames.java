package com.mockhu.dm.message.read;

import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.event.EventKind;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.socket.connection.ClientFrame;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.FrameType;
import com.mockhu.dm.socket.delivery.FeedFollower;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The frames {@code read}, {@code delivered} and {@code received} (behaviour §5, §7). */
public final class ReceiptFrames {
  private final Database database;
  private final Feed feed;
  private final MarkRead reading;
  private final RecordDelivery deliveries;

  public ReceiptFrames(Database database, Feed feed, MarkRead reading, RecordDelivery deliveries) {
    this.database = database;
    this.feed = feed;
    this.reading = reading;
    this.deliveries = deliveries;
  }

  public List<FrameType> types() {
    return List.of(
        new FrameType("read", new ReceiptFrame(this::read)),
        new FrameType("delivered", new ReceiptFrame(this::delivered)),
        new FrameType("received", this::received));
  }

  private CompletableFuture<Receipt.Outcome> read(Connection connection, ClientFrame frame) {
    return frame.has("message_id")
        ? reading.message(connection.userId(), frame.requiredId("message_id"))
        : reading.conversation(
            connection.userId(),
            frame.requiredId("conversation_id"),
            frame.number("up_to_seq", Long.MAX_VALUE));
  }

  private CompletableFuture<Receipt.Outcome> delivered(Connection connection, ClientFrame frame) {
    return deliveries.claimed(connection.userId(), frame.requiredId("message_id"));
  }

  private void received(Connection connection, ClientFrame frame) {
    String cursor =
        frame.text("cursor").orElseThrow(() -> ApiException.invalid("cursor is missing."));
    FeedFollower.Arrived arrived = connection.arrived(cursor);
    UUID recipient = connection.userId();
    List<MessageRow> rows =
        database.read(
            transaction ->
                MessageSql.byIds(
                    transaction,
                    feed.subjects(
                        transaction, recipient, EventKind.NEW, arrived.from(), arrived.to())));
    deliveries.arrived(recipient, rows);
  }
}
