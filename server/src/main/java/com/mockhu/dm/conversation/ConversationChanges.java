package com.mockhu.dm.conversation;

import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxOrder;
import com.mockhu.dm.conversation.inbox.InboxTotals;
import com.mockhu.dm.conversation.inbox.InboxUpdateSql;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationUpdate;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.participant.PositionChange;
import com.mockhu.dm.feed.log.Appended;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What messages and receipts change about conversations, inside the caller's transaction, which has
 * locked them. Feeds are locked after conversations, here as everywhere.
 */
public final class ConversationChanges {
  private final Feed feed;

  ConversationChanges(Feed feed) {
    this.feed = feed;
  }

  /** Adds the conversation to the feeds of participants whose inbox does not list it yet. */
  public void announce(FeedBatch batch, Conversation conversation) {
    for (Participant side : conversation.participants()) {
      if (!side.isListed()) {
        batch.add(side.userId(), ConversationEvents.CHANGED, conversation.id(), null);
      }
    }
  }

  /**
   * Lets the sockets of all participants read their feeds again: an earlier transaction, whose
   * outcome was unknown, may have written to them without publishing.
   */
  public void remind(Transaction transaction, Collection<Conversation> all) throws SQLException {
    Set<UUID> users = new HashSet<>();
    for (Conversation conversation : all) {
      conversation.participants().forEach(each -> users.add(each.userId()));
    }
    feed.remind(transaction, users);
  }

  /**
   * Appends the events of new messages to the feeds, and moves counters and inboxes with them.
   *
   * @param batch holds one event for each message and participant, the newest of a conversation
   *     last
   * @param places index in {@code batch} of each participant's newest event
   */
  public void receive(
      Transaction transaction,
      FeedBatch batch,
      List<ConversationUpdate> updates,
      Map<ParticipantKey, Integer> places)
      throws SQLException {
    for (ConversationUpdate update : updates) {
      InboxTotals.received(batch, update);
    }
    Appended appended = feed.append(transaction, batch);
    InboxUpdateSql.apply(transaction, updates, InboxOrder.moves(updates, places, appended));
  }

  /**
   * Moves positions and unread counts of people in the conversations, one change a person at most.
   * The conversations must be locked.
   */
  public void move(
      Transaction transaction,
      FeedBatch batch,
      Map<UUID, Conversation> conversations,
      Collection<PositionChange> changes)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    for (PositionChange change : changes) {
      Conversation conversation = conversations.get(change.conversationId());
      InboxTotals.read(batch, conversation.participant(change.userId()), change.fewerUnread());
    }
    InboxUpdateSql.move(transaction, List.copyOf(changes));
  }

  /** Removes the text of the newest message from all inboxes: it was deleted for everyone. */
  public void emptyPreview(Transaction transaction, Conversation conversation) throws SQLException {
    InboxUpdateSql.emptyPreview(transaction, conversation.id());
  }
}
