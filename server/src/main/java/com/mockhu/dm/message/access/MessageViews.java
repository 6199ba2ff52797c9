package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.file.upload.AttachmentJson;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.content.SystemSentence;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.privacy.Blocks;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Builds the views of stored messages: sender, files and the receipts that the viewer may see. */
public final class MessageViews {
  private final Accounts accounts;
  private final Uploads uploads;
  private final Blocks blocks;

  public MessageViews(Accounts accounts, Uploads uploads, Blocks blocks) {
    this.accounts = accounts;
    this.uploads = uploads;
    this.blocks = blocks;
  }

  /**
   * With the blocks between the viewer and those in the groups, which decide what is shown there.
   *
   * @param ranges at least those that matter to the viewer for these messages
   */
  public ReceiptFacts facts(
      Transaction transaction,
      UUID viewer,
      Collection<Conversation> conversations,
      Collection<MessageRow> rows,
      ReceiptRanges ranges)
      throws SQLException {
    Set<UUID> people = new HashSet<>();
    Set<UUID> groups = new HashSet<>();
    for (Conversation each : conversations) {
      if (!each.isDirect()) {
        groups.add(each.id());
        each.participants().forEach(one -> people.add(one.userId()));
      }
    }
    for (MessageRow row : rows) {
      if (groups.contains(row.conversationId())) {
        people.add(row.senderId());
      }
    }
    return groups.isEmpty()
        ? ReceiptFacts.of(ranges)
        : new ReceiptFacts(ranges, blocks.around(transaction, viewer, people));
  }

  public List<MessageView> all(
      UUID viewer, Conversation conversation, List<MessageRow> rows, ReceiptFacts facts) {
    return rows.stream().map(row -> one(viewer, conversation, row, facts)).toList();
  }

  public MessageView one(
      UUID viewer, Conversation conversation, MessageRow row, ReceiptFacts facts) {
    boolean isOwn = viewer.equals(row.senderId());
    GroupProgress progress =
        isOwn && !conversation.isDirect() && !row.isSystem()
            ? progress(conversation, row.ref(), facts)
            : null;
    MessageStatus status =
        row.isSystem()
            ? MessageStatus.SENT
            : progress == null ? status(viewer, conversation, row.ref(), facts) : progress.status();
    boolean isFromBlocked =
        !isOwn && !row.isSystem() && facts.blocks().blocked().contains(row.senderId());
    return new MessageView(
        shared(row),
        attachments(viewer, row),
        status.word(),
        status.isRead(),
        status.readAt(),
        isOwn ? row.clientMessageId() : null,
        progress == null || row.isDeleted() ? null : progress.receipts(),
        isFromBlocked ? true : null);
  }

  /** For its sender, when it has just been stored. */
  public MessageView fresh(MessageRow row) {
    return new MessageView(
        shared(row),
        attachments(row.senderId(), row),
        MessageStatus.SENT.word(),
        false,
        null,
        row.clientMessageId(),
        null,
        null);
  }

  public MessageView.Shared shared(MessageRow row) {
    Account sender = accounts.find(row.senderId()).orElse(null);
    return new MessageView.Shared(
        row.id(),
        row.conversationId(),
        row.senderId(),
        sender == null ? null : sender.view(),
        row.seq(),
        row.type(),
        row.isSystem() ? sentence(row) : row.content(),
        row.isDeleted(),
        row.createdAt(),
        row.system(),
        row.deletedBy());
  }

  /** With signed URLs of the viewer's own; null for none. */
  private List<Attachment> attachments(UUID viewer, MessageRow row) {
    return row.attachments().isEmpty() ? null : uploads.signed(row.attachments(), viewer);
  }

  /** As {@link #one} shows them, for many viewers. */
  public AttachmentJson attachmentJson(MessageRow row) {
    return uploads.json(row.attachments());
  }

  /** The status of the message that this viewer may see. */
  public MessageStatus status(
      UUID viewer, Conversation conversation, MessageRef message, ReceiptFacts facts) {
    ReceiptRanges ranges = facts.ranges();
    boolean isOthers = !viewer.equals(message.senderId());
    if (isOthers && conversation.has(viewer)) {
      return MessageStatus.of(conversation, conversation.participant(viewer), message, ranges);
    }
    if (!conversation.isDirect()) {
      return progress(conversation, message, facts).status();
    }
    return conversation.others(message.senderId()).stream()
        .map(each -> asSeenByOthers(conversation, each, message, ranges))
        .reduce(MessageStatus::least)
        .orElse(MessageStatus.SENT);
  }

  /** How far a group's message came, as its sender may know it. */
  public GroupProgress progress(Conversation conversation, MessageRef message, ReceiptFacts facts) {
    return GroupProgress.of(conversation, message, facts, this::isSharingReading);
  }

  private boolean isSharingReading(UUID userId) {
    return accounts.find(userId).map(each -> each.preferences().readReceipts()).orElse(false);
  }

  private String sentence(MessageRow row) {
    return SystemSentence.of(
        row.senderId(),
        row.system(),
        id -> accounts.find(id).map(Account::fullName).orElse("Someone"));
  }

  /** How far a message came with one recipient, as its sender may know it. */
  public MessageStatus asSeenBySender(
      Conversation conversation, Participant recipient, MessageRef message, ReceiptFacts facts) {
    MessageStatus status = asSeenByOthers(conversation, recipient, message, facts.ranges());
    boolean isHidden =
        status.isRead() && facts.blocks().stoodAt(recipient.userId(), status.readAt());
    return isHidden ? status.withoutReading() : status;
  }

  public Optional<UserView> user(UUID userId) {
    return accounts.find(userId).map(Account::view);
  }

  private MessageStatus asSeenByOthers(
      Conversation conversation, Participant recipient, MessageRef message, ReceiptRanges ranges) {
    MessageStatus status = MessageStatus.of(conversation, recipient, message, ranges);
    boolean isShown = isReadingShown(List.of(message.senderId(), recipient.userId()));
    return isShown ? status : status.withoutReading();
  }

  /** People who hide their read receipts see none of others (behaviour §5). */
  public boolean isReadingShown(Collection<UUID> people) {
    Map<UUID, Account> known = accounts.all(people);
    return people.stream()
        .allMatch(id -> known.containsKey(id) && known.get(id).preferences().readReceipts());
  }
}
