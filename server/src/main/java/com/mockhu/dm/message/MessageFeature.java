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
import java.util.concurrent.Executor;

/** Builds sending, reading, deleting and paging of messages. */
public final class MessageFeature implements AutoCloseable {
  private final Sending sending;
  private final Delivering delivering;
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
        new MessageStore(writing, conversations, privacy.policy(), views, uploads, clock);
    sending = new Sending(database, uploads, limits, threads, store, feed.hints());
    delivering = new Delivering(writing, feed.feed(), conversations);
    Reading reading = new Reading(database, feed.feed(), conversations, clock);
    Removing removing = new Removing(database, feed.feed(), conversations, uploads, clock);
    History history = new History(database, conversations, reading, delivering, views);
    sendEndpoints = new SendEndpoints(sending, conversation.opening());
    endpoints = new MessageEndpoints(history, reading, removing);
    MessageEvents events = new MessageEvents(conversations, conversation, delivering, views);
    feed.addSource(events);
    feed.addSnapshot(events);
    feed.frames().add("message", new SendFrames(sending, conversation.opening()));
    new ReceiptFrames(database, feed.feed(), reading, delivering).addTo(feed.frames());
    account.listeners().add(new MessageCleaning(conversations));
    privacy.blocks().add(new RestoredMessages(conversations));
  }

  public void addMeters(Meters meters) {
    sending.addMeters(meters);
    delivering.addMeters(meters);
  }

  public void addRoutes(Routes routes) {
    sendEndpoints.addTo(routes);
    endpoints.addTo(routes);
  }

  /** Finishes what is in flight. */
  @Override
  public void close() {
    sending.close();
    delivering.close();
  }
}
