package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.ConversationSide;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stores many receipts at once: one side of a conversation is one position and one event. */
final class ReceiptBatch {
  private final Transaction transaction;
  private final Feed feed;
  private final Conversations conversations;
  private final Map<UUID, MessageRow> claimed = new HashMap<>();
  private final Map<ConversationSide, Set<UUID>> arrived = new LinkedHashMap<>();
  private Map<UUID, Conversation> locked = Map.of();

  ReceiptBatch(Transaction transaction, Feed feed, Conversations conversations) {
    this.transaction = transaction;
    this.feed = feed;
    this.conversations = conversations;
  }

  /** What is wrong with each, if anything. */
  List<Optional<ApiException>> store(List<Receipt> receipts) throws SQLException {
    List<UUID> ids = receipts.stream().filter(Receipt::isClaimed).map(Receipt::claimedId).toList();
    if (!ids.isEmpty()) {
      MessageSql.byIds(transaction, ids).forEach(row -> claimed.put(row.id(), row));
    }
    lock(receipts);
    List<Optional<ApiException>> faults = new ArrayList<>(receipts.size());
    for (Receipt receipt : receipts) {
      faults.add(receipt.isClaimed() ? claim(receipt) : take(receipt));
    }
    FeedBatch batch = FeedBatch.empty();
    for (Map.Entry<ConversationSide, Set<UUID>> side : arrived.entrySet()) {
      Conversation conversation = locked.get(side.getKey().conversationId());
      store(batch, conversation, side.getKey().userId(), side.getValue());
    }
    feed.append(transaction, batch);
    return faults;
  }

  private void lock(List<Receipt> receipts) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    receipts.stream().filter(r -> !r.isClaimed()).forEach(r -> ids.add(r.conversationId()));
    claimed.values().forEach(row -> ids.add(row.conversationId()));
    locked = conversations.lock(transaction, ids);
  }

  private Optional<ApiException> take(Receipt receipt) {
    Conversation conversation = locked.get(receipt.conversationId());
    if (conversation != null && conversation.has(receipt.recipient())) {
      note(conversation.id(), receipt);
    }
    return Optional.empty();
  }

  private Optional<ApiException> claim(Receipt receipt) {
    MessageRow row = claimed.get(receipt.claimedId());
    try {
      check(receipt.recipient(), row);
      note(row.conversationId(), receipt);
      return Optional.empty();
    } catch (ApiException e) {
      return Optional.of(e);
    }
  }

  private void check(UUID recipient, MessageRow row) {
    if (row == null) {
      throw ApiException.notFound("Message not found");
    }
    Conversation conversation =
        Conversations.checked(Optional.ofNullable(locked.get(row.conversationId())), recipient);
    if (!MessageViews.isVisible(recipient, conversation, row)) {
      throw ApiException.notFound("Message not found");
    }
    if (row.senderId().equals(recipient)) {
      throw ApiException.refused(
          ErrorCode.FORBIDDEN,
          Reason.RECIPIENT_ONLY,
          "Only the recipient can acknowledge a message.");
    }
  }

  private void note(UUID conversationId, Receipt receipt) {
    ConversationSide side = new ConversationSide(conversationId, receipt.recipient());
    arrived.computeIfAbsent(side, key -> new HashSet<>()).addAll(receipt.messageIds());
  }

  /**
   * The position moves over what has arrived without a gap; what lies beyond a gap is noted by
   * itself, so that nothing is called delivered that was not.
   */
  private void store(FeedBatch batch, Conversation conversation, UUID recipient, Set<UUID> ids)
      throws SQLException {
    List<MessageRow> fresh = fresh(conversation, recipient, ids);
    if (fresh.isEmpty()) {
      return;
    }
    long gap = gap(conversation, recipient, ids, fresh.getLast().seq());
    List<MessageRow> beyond = fresh.stream().filter(row -> row.seq() > gap).toList();
    long position =
        fresh.stream().mapToLong(MessageRow::seq).filter(seq -> seq < gap).max().orElse(0);
    conversations.deliver(transaction, conversation, recipient, position);
    if (!beyond.isEmpty()) {
      MessageSql.setDelivered(transaction, MessageViews.ids(beyond));
    }
    for (MessageRow row : fresh) {
      // The one at the position tells of all before it; those beyond the gap stand for themselves.
      if (row.seq() == position || row.seq() > gap) {
        batch.add(row.senderId(), MessageEvents.DELIVERED, conversation.id(), row.id());
      }
    }
  }

  private long gap(Conversation conversation, UUID recipient, Set<UUID> ids, long newest)
      throws SQLException {
    long known = known(conversation.side(recipient));
    return MessageSql.missing(transaction, conversation.id(), recipient, known, newest, ids)
        .orElse(Long.MAX_VALUE);
  }

  /** Those that were not known to have arrived before, in order. */
  private List<MessageRow> fresh(Conversation conversation, UUID recipient, Set<UUID> ids)
      throws SQLException {
    long position = conversation.side(recipient).deliveredSeq();
    return MessageSql.byIds(transaction, ids).stream()
        .filter(row -> !row.isDelivered() && row.readAt() == null && row.seq() > position)
        .sorted(Comparator.comparingLong(MessageRow::seq))
        .toList();
  }

  /**
   * Nothing up to here can be missing. What was read has arrived, but what was deleted unread with
   * the conversation counts as read without having arrived.
   */
  private static long known(Conversation.Side side) {
    return side.clearedSeq() > side.deliveredSeq()
        ? side.deliveredSeq()
        : Math.max(side.deliveredSeq(), side.readSeq());
  }
}
