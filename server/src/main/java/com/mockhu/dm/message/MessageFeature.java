package com.mockhu.dm.message;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.content.AttachmentNames;
import com.mockhu.dm.message.content.Content;
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
import com.mockhu.dm.message.send.RecipientConversation;
import com.mockhu.dm.message.send.SendBatch;
import com.mockhu.dm.message.send.SendEndpoints;
import com.mockhu.dm.message.send.SendFrames;
import com.mockhu.dm.message.send.SendMessages;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.config.ConfigPart;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
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
  private final Contribution contribution;

  /**
   * What messages run on.
   *
   * @param writing for group commits, apart from everybody else's connections
   */
  public record Tools(
      Database database, Database writing, Executor threads, RateLimits limits, Clock clock) {}

  /** The features that messages use. */
  public record Below(
      PeopleFeature people,
      FeedFeature feed,
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
    DeleteMessages removing =
        new DeleteMessages(tools.database, feed, conversations, moved, below.uploads, tools.clock);
    History history = new History(tools.database, conversations, reading, deliveries, views);
    MessageEvents events =
        new MessageEvents(conversations, below.conversation, deliveries, changes, views);
    contribution =
        new Contribution()
            .add(AccountListener.class, new MessageCleaning(conversations))
            .add(BlockListener.class, new RestoredMessages(conversations))
            .add(FrameType.class, new SendFrames(sending, recipients).type())
            .addAll(
                FrameType.class,
                new ReceiptFrames(tools.database, feed, reading, deliveries).types())
            .add(RouteSource.class, new SendEndpoints(sending, recipients)::addTo)
            .add(RouteSource.class, new MessageEndpoints(history, reading, removing)::addTo)
            .add(ConfigPart.class, new ConfigPart("message", MessageConfig.get()))
            .add(EventSource.class, events)
            .addAll(SyncSection.class, List.of(MessageChange.MESSAGES, MessageChange.RECEIPTS))
            .add(Snapshot.class, events)
            .add(MeterSource.class, sending::addMeters)
            .add(MeterSource.class, receipts::addMeters);
  }

  private static SendMessages sending(Tools tools, Below below, MessageViews views) {
    Conversations conversations = below.conversation.conversations();
    SendBatch batch =
        new SendBatch(
            conversations,
            below.conversation.changes(),
            below.people.accounts(),
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

  public Contribution contribution() {
    return contribution;
  }

  /** Finishes what is in flight. */
  @Override
  public void close() {
    sending.close();
    receipts.close();
  }
}
