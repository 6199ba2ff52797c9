package com.mockhu.dm.message;

import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.content.AttachmentNames;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.message.delete.DeleteMessages;
import com.mockhu.dm.message.delete.MessageCleaning;
import com.mockhu.dm.message.event.MessageChanges;
import com.mockhu.dm.message.event.RestoredMessages;
import com.mockhu.dm.message.history.History;
import com.mockhu.dm.message.history.MessageEvents;
import com.mockhu.dm.message.read.MarkRead;
import com.mockhu.dm.message.read.ReceiptEvents;
import com.mockhu.dm.message.read.ReceiptFrames;
import com.mockhu.dm.message.read.ReceiptWriter;
import com.mockhu.dm.message.read.RecordDelivery;
import com.mockhu.dm.message.send.MessageStore;
import com.mockhu.dm.message.send.SendBatch;
import com.mockhu.dm.message.send.SendEndpoints;
import com.mockhu.dm.message.send.SendFrames;
import com.mockhu.dm.message.send.SendMessages;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.privacy.PrivacyFeature;
import com.mockhu.dm.socket.SocketFeature;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/** Builds sending, reading, deleting and paging of messages. */
public final class MessageFeature implements AutoCloseable {
  public static final List<Limit> LIMITS =
      List.of(
          SendMessages.MESSAGES_PER_MINUTE,
          new FixedLimit("message_length", Content.LONGEST),
          new FixedLimit("attachments_per_message", AttachmentNames.MOST),
          new FixedLimit("history_page", MessageEndpoints.LARGEST_PAGE),
          // A key is kept as long as its message; this is what is promised.
          new FixedLimit("idempotency_hours", 24));

  public static final List<Reason> REASONS =
      List.of(
          Content.CONTENT_EMPTY,
          Content.CONTENT_TOO_LONG,
          Content.CONTENT_CHARACTERS,
          AttachmentNames.TOO_MANY_ATTACHMENTS,
          AttachmentNames.ATTACHMENTS_UNAVAILABLE,
          DeleteMessages.SENDER_ONLY,
          ReceiptWriter.RECIPIENT_ONLY);

  private final SendMessages sending;
  private final ReceiptWriter receipts;
  private final SendEndpoints sendEndpoints;
  private final MessageEndpoints endpoints;

  /** {@code writing}: for group commits, apart from everybody else's connections. */
  public MessageFeature(
      Database database,
      Database writing,
      Executor threads,
      RateLimits limits,
      Clock clock,
      PeopleFeature people,
      FeedFeature feed,
      SocketFeature socket,
      PrivacyFeature privacy,
      ConversationFeature conversation,
      Uploads uploads) {
    Conversations conversations = conversation.conversations();
    MessageViews views = new MessageViews(people.accounts(), uploads);
    MessageStore store =
        new MessageStore(
            writing, new SendBatch(conversations, privacy.policy(), views, uploads), clock);
    sending =
        new SendMessages(database, conversations, uploads, limits, threads, store, feed.hints());
    MessageChanges changes = new MessageChanges(views);
    receipts =
        new ReceiptWriter(writing, feed.feed(), conversations, new ReceiptEvents(changes), clock);
    RecordDelivery deliveries = new RecordDelivery(receipts);
    MarkRead reading = new MarkRead(receipts);
    DeleteMessages removing =
        new DeleteMessages(database, feed.feed(), conversations, uploads, clock);
    History history = new History(database, conversations, reading, deliveries, views);
    sendEndpoints = new SendEndpoints(sending, conversation.opening());
    endpoints = new MessageEndpoints(history, reading, removing);
    MessageEvents events =
        new MessageEvents(conversations, conversation, deliveries, changes, views);
    feed.addSource(events);
    feed.addSnapshot(events);
    socket.frames().add("message", new SendFrames(sending, conversation.opening()));
    new ReceiptFrames(database, feed.feed(), reading, deliveries).addTo(socket.frames());
    people.listeners().add(new MessageCleaning(conversations));
    privacy.blocks().add(new RestoredMessages(conversations));
  }

  public void addMeters(Meters meters) {
    sending.addMeters(meters);
    receipts.addMeters(meters);
  }

  public void addRoutes(Routes routes) {
    sendEndpoints.addTo(routes);
    endpoints.addTo(routes);
  }

  /** Finishes what is in flight. */
  @Override
  public void close() {
    sending.close();
    receipts.close();
  }
}
