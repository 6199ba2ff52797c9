package com.mockhu.dm.conversation;

import com.mockhu.dm.conversation.direct.Pair;
import com.mockhu.dm.conversation.direct.PairSql;
import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxSql;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationReader;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.privacy.Refusal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds and locks conversations for other features, inside their transactions. {@link
 * ConversationChanges} changes what is locked.
 */
public final class Conversations {
  private final ConversationReader reader;

  Conversations(ConversationReader reader) {
    this.reader = reader;
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
   * @throws ApiException {@code not_found}; {@code not_participant} for other people; {@code
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

  /** How many members the group is known to have; 0 for what is no group, or not known here. */
  public int sizeOfGroup(UUID id) {
    return reader.sizeOf(id);
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
