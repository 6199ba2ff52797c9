package com.mockhu.dm.message;

import com.mockhu.dm.account.AccountFeature;
import com.mockhu.dm.attachment.Uploads;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.privacy.PrivacyFeature;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** Builds sending, reading, deleting and paging of messages. */
public final class MessageFeature implements AutoCloseable {
  private final Sending sending;
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
      AccountFeature account,
      FeedFeature feed,
      PrivacyFeature privacy,
      ConversationFeature conversation,
      Uploads uploads) {
    Conversations conversations = conversation.conversations();
    MessageViews views = new MessageViews(account.accounts(), uploads);
    MessageStore store =
        new MessageStore(
            writing, new SendBatch(conversations, privacy.policy(), views, uploads), clock);
    sending = new Sending(database, conversations, uploads, limits, threads, store);
    MessageChanges changes = new MessageChanges(views);
    receipts =
        new ReceiptWriter(writing, feed.feed(), conversations, new ReceiptEvents(changes), clock);
    RecordDelivery deliveries = new RecordDelivery(receipts);
    MarkRead reading = new MarkRead(receipts);
    Removing removing = new Removing(database, feed.feed(), conversations, uploads, clock);
    History history = new History(database, conversations, reading, deliveries, views);
    sendEndpoints = new SendEndpoints(sending, conversation.opening());
    endpoints = new MessageEndpoints(history, reading, removing);
    MessageEvents events =
        new MessageEvents(conversations, conversation, deliveries, changes, views);
    feed.addSource(events);
    feed.addSnapshot(events);
    feed.frames().add("message", new SendFrames(sending, conversation.opening()));
    new ReceiptFrames(database, feed.feed(), reading, deliveries).addTo(feed.frames());
    account.listeners().add(new MessageCleaning(conversations));
    privacy.blocks().add(new RestoredMessages(conversations));
  }

  /** {@code listener} gets the conversation and the sender of each stored message; not to block. */
  public void whenSent(BiConsumer<UUID, UUID> listener) {
    sending.whenSent(listener);
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
