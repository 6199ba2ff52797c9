package com.mockhu.dm.message;

import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.delete.DeleteMessages;
import com.mockhu.dm.message.delete.MessageCleaning;
import com.mockhu.dm.message.event.MessageChange;
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
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.MeterSource;
import com.mockhu.dm.privacy.BlockListener;
import com.mockhu.dm.privacy.PrivacyFeature;
import com.mockhu.dm.socket.connection.FrameType;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/** Builds sending, reading, deleting and paging of messages. */
public final class MessageFeature implements AutoCloseable {
  private final SendMessages sending;
  private final ReceiptWriter receipts;
  private final Conversations conversations;
  private final SendFrames sendFrames;
  private final ReceiptFrames receiptFrames;
  private final List<RouteSource> routes;
  private final MessageEvents events;

  /**
   * What messages run on.
   *
   * @param writing for group commits, apart from everybody else's connections
   */
  public record Tools(
      Database database, Database writing, Executor threads, RateLimits limits, Clock clock) {}

  public MessageFeature(
      Tools tools,
      PeopleFeature people,
      FeedFeature feed,
      PrivacyFeature privacy,
      ConversationFeature conversation,
      Uploads uploads) {
    Database database = tools.database;
    conversations = conversation.conversations();
    MessageViews views = new MessageViews(people.accounts(), uploads);
    SendBatch batch = new SendBatch(conversations, privacy.policy(), views, uploads);
    MessageStore store = new MessageStore(tools.writing, batch, tools.clock);
    sending =
        new SendMessages(
            database, conversations, uploads, tools.limits, tools.threads, store, feed.hints());
    MessageChanges changes = new MessageChanges(views);
    receipts =
        new ReceiptWriter(
            tools.writing, feed.feed(), conversations, new ReceiptEvents(changes), tools.clock);
    RecordDelivery deliveries = new RecordDelivery(receipts);
    MarkRead reading = new MarkRead(receipts);
    DeleteMessages removing =
        new DeleteMessages(database, feed.feed(), conversations, uploads, tools.clock);
    History history = new History(database, conversations, reading, deliveries, views);
    routes =
        List.of(
            new SendEndpoints(sending, conversation.opening())::addTo,
            new MessageEndpoints(history, reading, removing)::addTo);
    sendFrames = new SendFrames(sending, conversation.opening());
    receiptFrames = new ReceiptFrames(database, feed.feed(), reading, deliveries);
    events = new MessageEvents(conversations, conversation, deliveries, changes, views);
  }

  public Contribution contribution() {
    return new Contribution()
        .add(AccountListener.class, new MessageCleaning(conversations))
        .add(BlockListener.class, new RestoredMessages(conversations))
        .add(FrameType.class, sendFrames.type())
        .addAll(FrameType.class, receiptFrames.types())
        .addAll(RouteSource.class, routes)
        .add(EventSource.class, events)
        .addAll(SyncSection.class, List.of(MessageChange.MESSAGES, MessageChange.RECEIPTS))
        .add(Snapshot.class, events)
        .add(MeterSource.class, sending::addMeters)
        .add(MeterSource.class, receipts::addMeters);
  }

  /** Finishes what is in flight. */
  @Override
  public void close() {
    sending.close();
    receipts.close();
  }
}
