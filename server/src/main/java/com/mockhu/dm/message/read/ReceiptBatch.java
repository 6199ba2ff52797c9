package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReadChange.Wish;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.message.access.MessageAccess;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks the receipts of one batch under their conversations' locks, and gathers what they ask for:
 * one person's receipts in one conversation become one change.
 */
final class ReceiptBatch {
  private final Map<UUID, Conversation> locked;
  private final Map<UUID, MessageRow> named;
  private final Map<ParticipantKey, Asked> asked = new LinkedHashMap<>();

  /** What one person's receipts ask for in one conversation. */
  record Asked(List<MessageRef> arrived, List<Wish> wishes) {
    Asked() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private ReceiptBatch(Map<UUID, Conversation> locked, Map<UUID, MessageRow> named) {
    this.locked = locked;
    this.named = named;
  }

  /** Reads the messages that receipts name, and locks all conversations. */
  static ReceiptBatch lock(
      Transaction transaction, Conversations conversations, List<Receipt> receipts)
      throws SQLException {
    Set<UUID> conversationIds = new HashSet<>();
    Set<UUID> messageIds = new HashSet<>();
    for (Receipt receipt : receipts) {
      switch (receipt) {
        case Receipt.Arrived arrived -> conversationIds.add(arrived.conversationId());
        case Receipt.ReadUpTo upTo -> conversationIds.add(upTo.conversationId());
        case Receipt.ReadPage page -> conversationIds.add(page.conversationId());
        case Receipt.Claimed claimed -> messageIds.add(claimed.messageId());
        case Receipt.ReadOne one -> messageIds.add(one.messageId());
      }
    }
    Map<UUID, MessageRow> named = new HashMap<>();
    if (!messageIds.isEmpty()) {
      for (MessageRow row : MessageSql.byIds(transaction, messageIds)) {
        named.put(row.id(), row);
        conversationIds.add(row.conversationId());
      }
    }
    return new ReceiptBatch(conversations.lock(transaction, conversationIds), named);
  }

  Map<UUID, Conversation> conversations() {
    return locked;
  }

  Map<ParticipantKey, Asked> asked() {
    return asked;
  }

  /**
   * The participant whose positions the receipt may move; empty when there is none.
   *
   * @throws ApiException for one that is refused
   */
  Optional<ParticipantKey> take(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Arrived arrived -> arrived(arrived);
      case Receipt.Claimed claimed -> Optional.of(claimed(claimed));
      case Receipt.ReadOne one -> Optional.of(read(one));
      case Receipt.ReadUpTo upTo ->
          Optional.of(read(upTo.person(), upTo.conversationId(), new Wish.UpTo(upTo.seq())));
      case Receipt.ReadPage page ->
          Optional.of(read(page.person(), page.conversationId(), new Wish.Page(page.seqs())));
    };
  }

  private Optional<ParticipantKey> arrived(Receipt.Arrived arrived) {
    Conversation conversation = locked.get(arrived.conversationId());
    if (conversation == null || !conversation.has(arrived.person())) {
      return Optional.empty();
    }
    ParticipantKey side = new ParticipantKey(arrived.conversationId(), arrived.person());
    of(side).arrived.addAll(arrived.messages());
    return Optional.of(side);
  }

  private ParticipantKey claimed(Receipt.Claimed claimed) {
    MessageRow row = named(claimed.messageId());
    Conversation conversation = checked(row.conversationId(), claimed.person());
    requireVisible(conversation.participant(claimed.person()), row);
    requireIncoming(row, claimed.person(), "Only the recipient can acknowledge a message.");
    ParticipantKey side = new ParticipantKey(row.conversationId(), claimed.person());
    of(side).arrived.add(row.ref());
    return side;
  }

  private ParticipantKey read(Receipt.ReadOne one) {
    MessageRow row = named(one.messageId());
    Conversation conversation = checked(row.conversationId(), one.person());
    requireIncoming(row, one.person(), "Only the recipient can mark a message as read.");
    requireVisible(conversation.participant(one.person()), row);
    return read(one.person(), row.conversationId(), new Wish.One(row.seq()));
  }

  private ParticipantKey read(UUID person, UUID conversationId, Wish wish) {
    Participant reader = checked(conversationId, person).participant(person);
    ParticipantKey side = new ParticipantKey(conversationId, person);
    if (reader.unreadCount() > 0) {
      of(side).wishes.add(wish);
    }
    return side;
  }

  private Asked of(ParticipantKey side) {
    return asked.computeIfAbsent(side, key -> new Asked());
  }

  private MessageRow named(UUID id) {
    MessageRow row = named.get(id);
    if (row == null) {
      throw ApiException.notFound("Message not found");
    }
    return row;
  }

  private Conversation checked(UUID conversationId, UUID person) {
    return Conversations.checked(Optional.ofNullable(locked.get(conversationId)), person);
  }

  private static void requireVisible(Participant viewer, MessageRow row) {
    if (!MessageAccess.isVisible(viewer, row)) {
      throw ApiException.notFound("Message not found");
    }
  }

  private static void requireIncoming(MessageRow row, UUID person, String refusal) {
    if (row.senderId().equals(person)) {
      throw ApiException.refused(ErrorCode.FORBIDDEN, ReceiptWriter.RECIPIENT_ONLY, refusal);
    }
  }

  /** The numbers of all that one person asked for. */
  static List<SeqRange> seqs(Participant person, long lastSeq, Asked asked) {
    List<SeqRange> seqs = new ArrayList<>();
    if (!asked.arrived.isEmpty()) {
      seqs.add(com.mockhu.dm.conversation.receipt.DeliveryChange.span(person, asked.arrived));
    }
    for (Wish wish : asked.wishes) {
      seqs.add(com.mockhu.dm.conversation.receipt.ReadChange.seqs(person, lastSeq, wish));
    }
    return seqs;
  }
}
