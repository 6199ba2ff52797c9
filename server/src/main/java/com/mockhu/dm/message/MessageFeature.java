package com.mockhu.dm.message;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.log.Feed;
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
import com.mockhu.dm.message.send.RecipientConversation;
import com.mockhu.dm.message.send.SendBatch;
import com.mockhu.dm.message.send.SendEndpoints;
import com.mockhu.dm.message.send.SendFrames;
import com.mockhu.dm.message.send.SendMessages;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.config.ClientConfig;
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
  private final MessageCleaning cleaning;

  /**
   * What messages run on.
   *
   * @param writing for group commits, on connections of their own
   */
  public record Tools(
      Database database, Database writing, Executor threads, RateLimits limits, Clock clock) {}

  /** The features that messages use. */
  public record Below(
      PeopleFeature people,
      FeedFeature feed,
      SocketFeature socket,
      PrivacyFeature privacy,
      ConversationFeature conversation,
      Uploads uploads) {}

  public MessageFeature(Tools tools, Below below) {
    Conversations conversations = below.conversation.conversations();
    ConversationChanges moved = below.conversation.changes();
    MessageViews views = new MessageViews(below.people.accounts(), below.uploads);
    MessageChanges changes = new MessageChanges(views);
    Feed feed = below.feed.feed();
    sending = sending(tools, below, views);
    receipts =
        new ReceiptWriter(
            tools.writing, feed, conversations, moved, new ReceiptEvents(changes), tools.clock);
    RecordDelivery deliveries = new RecordDelivery(receipts);
    MarkRead reading = new MarkRead(receipts);
    RecipientConversation recipients =
        new RecipientConversation(tools.database, below.conversation.opening(), below.uploads);
    sendEndpoints = new SendEndpoints(sending, recipients);
    endpoints =
        new MessageEndpoints(
            new History(tools.database, conversations, reading, deliveries, views),
            reading,
            new DeleteMessages(
                tools.database, feed, conversations, moved, below.uploads, tools.clock));
    MessageEvents events =
        new MessageEvents(conversations, below.conversation, deliveries, changes, views);
    below.feed.addSource(events);
    below.feed.addSnapshot(events);
    below.socket.frames().add("message", new SendFrames(sending, recipients));
    new ReceiptFrames(tools.database, feed, reading, deliveries).addTo(below.socket.frames());
    cleaning = new MessageCleaning(conversations);
    below.privacy.blocks().add(new RestoredMessages(conversations));
  }

  private static SendMessages sending(Tools tools, Below below, MessageViews views) {
    Conversations conversations = below.conversation.conversations();
    SendBatch batch =
        new SendBatch(
            conversations,
            below.conversation.changes(),
            below.privacy.policy(),
            views,
            below.uploads);
    return new SendMessages(
        tools.database,
        conversations,
        tools.limits,
        tools.threads,
        new MessageStore(tools.writing, batch, tools.clock),
        below.feed.hints());
  }

  /** What this feature does when accounts are created, changed or deleted. */
  public List<AccountListener> accountListeners() {
    return List.of(cleaning);
  }

  public void addMeters(Meters meters) {
    sending.addMeters(meters);
    receipts.addMeters(meters);
  }

  public void addConfig(ClientConfig config) {
    config.add("message", MessageConfig.get());
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
