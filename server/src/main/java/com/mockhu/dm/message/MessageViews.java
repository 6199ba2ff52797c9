package com.mockhu.dm.message;

import com.mockhu.dm.account.Account;
import com.mockhu.dm.account.Accounts;
import com.mockhu.dm.attachment.Attachment;
import com.mockhu.dm.attachment.Uploads;
import com.mockhu.dm.conversation.Conversation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows stored messages to a viewer: who sent them, and what may be known of their reading. */
final class MessageViews {
  private static final String SENT = "sent";
  private static final String DELIVERED = "delivered";
  private static final String READ = "read";

  private final Accounts accounts;
  private final Uploads uploads;

  MessageViews(Accounts accounts, Uploads uploads) {
    this.accounts = accounts;
    this.uploads = uploads;
  }

  /** Looks all people up at once, so that showing each message finds them in memory. */
  void prepare(Collection<Conversation> conversations) {
    Set<UUID> people = new HashSet<>();
    for (Conversation conversation : conversations) {
      people.add(conversation.one().userId());
      people.add(conversation.other().userId());
    }
    accounts.all(people);
  }

  boolean isDisabled(UUID userId) {
    return accounts.find(userId).map(Account::isDisabled).orElse(false);
  }

  List<MessageView> all(UUID viewer, Conversation conversation, List<MessageRow> rows) {
    return rows.stream().map(row -> one(viewer, conversation, row)).toList();
  }

  MessageView one(UUID viewer, Conversation conversation, MessageRow row) {
    UUID recipient = conversation.peer(row.senderId()).userId();
    boolean isRead =
        row.readAt() != null && (viewer.equals(recipient) || isReadingShown(conversation));
    boolean isDelivered =
        row.isDelivered()
            || row.readAt() != null
            || row.seq() <= conversation.side(recipient).deliveredSeq();
    Account sender = accounts.find(row.senderId()).orElse(null);
    return new MessageView(
        row.id(),
        row.conversationId(),
        row.senderId(),
        sender == null ? null : sender.view(),
        row.seq(),
        row.type(),
        row.content(),
        attachments(viewer, row),
        isRead ? READ : isDelivered ? DELIVERED : SENT,
        isRead,
        isRead ? row.readAt() : null,
        row.isDeleted(),
        viewer.equals(row.senderId()) ? row.clientMessageId() : null,
        row.createdAt());
  }

  private List<Attachment> attachments(UUID viewer, MessageRow row) {
    return row.attachments().isEmpty()
        ? null
        : row.attachments().stream().map(each -> uploads.signed(each, viewer)).toList();
  }

  /** Whoever hides their own reading does not see the other's either (behaviour §5). */
  boolean isReadingShown(Conversation conversation) {
    Set<UUID> people = Set.of(conversation.one().userId(), conversation.other().userId());
    Map<UUID, Account> known = accounts.all(people);
    return people.stream()
        .allMatch(id -> known.containsKey(id) && known.get(id).preferences().readReceipts());
  }

  static boolean isVisible(UUID viewer, Conversation conversation, MessageRow row) {
    boolean isHidden = row.isHidden() && viewer.equals(row.senderId());
    return !isHidden && row.seq() > conversation.side(viewer).clearedSeq();
  }

  static Instant latest(Instant now, Instant last) {
    return last != null && last.isAfter(now) ? last : now;
  }

  static Set<UUID> ids(List<MessageRow> rows) {
    return rows.stream().map(MessageRow::id).collect(Collectors.toSet());
  }
}
