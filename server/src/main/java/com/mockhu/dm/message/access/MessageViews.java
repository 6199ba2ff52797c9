package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.file.upload.AttachmentJson;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Builds the views of stored messages: sender, files and the receipts that the viewer may see. */
public final class MessageViews {
  private final Accounts accounts;
  private final Uploads uploads;

  public MessageViews(Accounts accounts, Uploads uploads) {
    this.accounts = accounts;
    this.uploads = uploads;
  }

  public List<MessageView> all(
      UUID viewer, Conversation conversation, List<MessageRow> rows, ReceiptRanges ranges) {
    return rows.stream().map(row -> one(viewer, conversation, row, ranges)).toList();
  }

  public MessageView one(
      UUID viewer, Conversation conversation, MessageRow row, ReceiptRanges ranges) {
    MessageStatus status = status(viewer, conversation, row.ref(), ranges);
    return new MessageView(
        shared(row),
        attachments(viewer, row),
        status.word(),
        status.isRead(),
        status.readAt(),
        viewer.equals(row.senderId()) ? row.clientMessageId() : null);
  }

  /** For its sender, when it has just been stored. */
  public MessageView fresh(MessageRow row) {
    return new MessageView(
        shared(row),
        attachments(row.senderId(), row),
        MessageStatus.SENT.word(),
        false,
        null,
        row.clientMessageId());
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
        row.content(),
        row.isDeleted(),
        row.createdAt());
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
      UUID viewer, Conversation conversation, MessageRef message, ReceiptRanges ranges) {
    boolean isOthers = !viewer.equals(message.senderId());
    if (isOthers && conversation.has(viewer)) {
      return MessageStatus.of(conversation, conversation.participant(viewer), message, ranges);
    }
    return conversation.others(message.senderId()).stream()
        .filter(each -> each.joinedSeq() < message.seq())
        .map(each -> asSeenByOthers(conversation, each, message, ranges))
        .reduce(MessageStatus::least)
        .orElse(MessageStatus.SENT);
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
