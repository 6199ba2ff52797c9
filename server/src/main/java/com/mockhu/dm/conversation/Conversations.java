package com.mockhu.dm.conversation;

import com.mockhu.dm.conversation.direct.Pair;
import com.mockhu.dm.conversation.direct.PairSql;
import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxOrder;
import com.mockhu.dm.conversation.inbox.InboxSql;
import com.mockhu.dm.conversation.inbox.InboxTotals;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationReader;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.conversation.participant.ConversationUpdate;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.participant.PositionChange;
import com.mockhu.dm.feed.log.Appended;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.privacy.Refusal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the features above may do to a conversation, inside their own transactions. Locks are taken
 * in one order everywhere: conversations first, accounts' feeds after.
 */
public final class Conversations {
  private final ConversationReader reader;
  private final Feed feed;

  Conversations(ConversationReader reader, Feed feed) {
    this.reader = reader;
    this.feed = feed;
  }

  /** Locks until the transaction ends; ids that name nothing are left out. */
  public Map<UUID, Conversation> lock(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    return reader.lock(transaction, ids);
  }

  /** As {@link #open}, under the lock. */
  public Conversation lockOwn(Transaction transaction, UUID id, UUID userId) throws SQLException {
    return checked(Optional.ofNullable(lock(transaction, List.of(id)).get(id)), userId);
  }

  /**
   * For reading.
   *
   * @throws ApiException {@code not_found}; {@code not_participant} for somebody else's; {@code
   *     blocked} for the blocked side (behaviour §6)
   */
  public Conversation open(Transaction transaction, UUID id, UUID userId) throws SQLException {
    return checked(reader.find(transaction, id), userId);
  }

  /**
   * What was found, if this participant may see it.
   *
   * @throws ApiException as {@link #open}
   */
  public static Conversation checked(Optional<Conversation> found, UUID userId) {
    Conversation conversation =
        found.orElseThrow(() -> ApiException.notFound("Conversation not found"));
    if (!conversation.has(userId)) {
      throw new ApiException(
          ErrorCode.NOT_PARTICIPANT, "You are not a participant of this conversation.");
    }
    if (conversation.participant(userId).isBlocked()) {
      throw Refusal.BLOCKED_BY_RECIPIENT.exception();
    }
    return conversation;
  }

  /** Puts the conversation into the feeds of those to whom a first message will show it. */
  public void announce(FeedBatch batch, Conversation conversation) {
    for (Participant side : conversation.participants()) {
      if (!side.isListed()) {
        batch.add(side.userId(), ConversationEvents.CHANGED, conversation.id(), null);
      }
    }
  }

  /** All participants' sockets look for what an earlier transaction may have told their feeds. */
  public void remind(Transaction transaction, Collection<Conversation> all) throws SQLException {
    Set<UUID> users = new HashSet<>();
    for (Conversation conversation : all) {
      conversation.participants().forEach(each -> users.add(each.userId()));
    }
    feed.remind(transaction, users);
  }

  /**
   * Stores what new messages do to their conversations. The batch must hold their events already,
   * one a message and participant, the newest of each conversation last; {@code places} tells where
   * each side's newest event stands in it.
   */
  public void receive(
      Transaction transaction,
      FeedBatch batch,
      List<ConversationUpdate> activities,
      Map<ParticipantKey, Integer> places)
      throws SQLException {
    for (ConversationUpdate activity : activities) {
      InboxTotals.received(batch, activity);
    }
    Appended appended = feed.append(transaction, batch);
    ConversationSql.apply(transaction, activities, InboxOrder.moves(activities, places, appended));
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
    ConversationSql.move(transaction, List.copyOf(changes));
  }

  /** How many members the group is known to have; 0 for what is no group, or not known here. */
  public int sizeOfGroup(UUID id) {
    return reader.sizeOf(id);
  }

  /** The newest message was deleted for everyone: no inbox may go on showing its text. */
  public void emptyPreview(Transaction transaction, Conversation conversation) throws SQLException {
    ConversationSql.emptyPreview(transaction, conversation.id());
  }

  /** The direct conversation of two people, if they have one. */
  public Optional<UUID> between(Transaction transaction, UUID one, UUID other) throws SQLException {
    return PairSql.idOf(transaction, Pair.of(one, other));
  }

  /** As they stand, without a lock. */
  public Map<UUID, Conversation> all(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    return ids.isEmpty() ? Map.of() : reader.load(transaction, ids);
  }

  /** The conversations of one page of a fresh start. */
  public List<UUID> snapshotPage(Transaction transaction, UUID viewer, UUID after)
      throws SQLException {
    return InboxSql.after(transaction, viewer, after, ConversationEvents.SNAPSHOT_PAGE).stream()
        .map(InboxSql.Item::id)
        .toList();
  }

  /** Those of {@code people} with whom the account has a direct conversation. */
  public Set<UUID> partnersAmong(Transaction transaction, UUID userId, Collection<UUID> people)
      throws SQLException {
    return PairSql.partnersAmong(transaction, userId, people);
  }

  /**
   * Those the account has a direct conversation with, at most {@code most} of the latest and as
   * many of those that the account itself does not list: the other one may.
   */
  public List<UUID> partners(Transaction transaction, UUID userId, int most) throws SQLException {
    return PairSql.partners(transaction, userId, most);
  }

  /** All conversations the account takes part in, hidden ones too, in lock order. */
  public List<UUID> allOf(Transaction transaction, UUID userId) throws SQLException {
    return ConversationSql.allOf(transaction, userId);
  }
}
