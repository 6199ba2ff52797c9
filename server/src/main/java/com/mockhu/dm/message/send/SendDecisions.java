package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.message.access.ClientKey;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.content.AttachmentNames;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.privacy.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides what becomes of each send of one batch (behaviour §4), from facts alone: it neither reads
 * nor writes. Its state is what it has accepted so far; {@link #decide} is called once for each
 * send, in their order.
 */
final class SendDecisions {
  private final SendFacts facts;
  private final Instant now;
  private final Map<ClientKey, MessageRow> keys;
  private final Map<UUID, PendingMessages> pending = new LinkedHashMap<>();

  /** What is to become of one send. */
  sealed interface Decision {
    /** This batch stores it. */
    record Accepted(MessageRow row) implements Decision {}

    /** An earlier try at this very send, whose outcome was unknown, stored it. */
    record StoredBefore(MessageRow row) implements Decision {}

    /** Another send with the same key stored it, perhaps one of this batch. */
    record Repeated(MessageRow row) implements Decision {}

    record Refused(ApiException reason) implements Decision {}
  }

  SendDecisions(SendFacts facts, Instant now) {
    this.facts = facts;
    this.now = now;
    this.keys = new HashMap<>(facts.earlier().byKey());
  }

  /** What was accepted so far, by conversation. */
  Map<UUID, PendingMessages> pending() {
    return pending;
  }

  Decision decide(SendCommand command) {
    Conversation conversation = facts.conversations().get(command.conversationId());
    MessageRow own = facts.earlier().byId().get(command.messageId());
    if (conversation == null) {
      return new Decision.Refused(ApiException.notFound("Conversation not found"));
    }
    if (own != null) {
      return new Decision.StoredBefore(own);
    }
    if (!conversation.has(command.senderId())) {
      return new Decision.Refused(
          new ApiException(
              ErrorCode.NOT_PARTICIPANT, "You are not a participant of this conversation."));
    }
    MessageRow earlier = command.clientMessageId() == null ? null : keys.get(command.key());
    if (earlier != null) {
      return repeated(command, earlier);
    }
    if (facts.disabled().contains(command.senderId())) {
      // The server that accepted the request may learn of it up to 2 seconds late.
      return new Decision.Refused(
          new ApiException(ErrorCode.ACCOUNT_DISABLED, "This account is disabled."));
    }
    Optional<Refusal> refusal = refusal(command, conversation);
    return refusal.isPresent()
        ? new Decision.Refused(refusal.get().exception())
        : accept(command, conversation);
  }

  private static Decision repeated(SendCommand command, MessageRow earlier) {
    boolean isSame =
        earlier.conversationId().equals(command.conversationId())
            && earlier.type().equals(command.content().type().word())
            && (earlier.isDeleted() || isSame(earlier, command.content()));
    return isSame
        ? new Decision.Repeated(earlier)
        : new Decision.Refused(
            new ApiException(
                ErrorCode.IDEMPOTENCY_CONFLICT,
                "This client_message_id was used for another message."));
  }

  private static boolean isSame(MessageRow earlier, Content content) {
    boolean isSame =
        Objects.equals(earlier.content(), content.text())
            && earlier.attachments().size() == content.attachments().size();
    for (int i = 0; isSame && i < earlier.attachments().size(); i++) {
      isSame = content.attachments().get(i).fits(earlier.attachments().get(i));
    }
    return isSame;
  }

  private Optional<Refusal> refusal(SendCommand command, Conversation conversation) {
    if (!conversation.isDirect()) {
      return Optional.empty();
    }
    Participant sender = conversation.participant(command.senderId());
    if (sender.isBlocked()) {
      return Optional.of(Refusal.BLOCKED_BY_RECIPIENT);
    }
    Participant recipient = conversation.peer(command.senderId());
    if (recipient.isBlocked()) {
      return Optional.of(Refusal.RECIPIENT_BLOCKED);
    }
    if (facts.disabled().contains(recipient.userId())) {
      return Optional.of(Refusal.RECIPIENT_DISABLED);
    }
    boolean isFirst = conversation.lastSeq() == 0 && !pending.containsKey(conversation.id());
    return isFirst
        ? Optional.ofNullable(
            facts.firstRefusals().get(new SendFacts.Opener(conversation.id(), command.senderId())))
        : Optional.empty();
  }

  private Decision accept(SendCommand command, Conversation conversation) {
    Content content = command.content();
    Optional<List<Attachment>> attachments =
        content.attachments().isEmpty()
            ? Optional.of(List.of())
            : facts.uploads().take(command.senderId(), content);
    return attachments.isPresent()
        ? accept(command, conversation, attachments.get())
        : new Decision.Refused(AttachmentNames.unknown());
  }

  private Decision accept(
      SendCommand command, Conversation conversation, List<Attachment> attachments) {
    PendingMessages messages =
        pending.computeIfAbsent(conversation.id(), id -> new PendingMessages(conversation));
    MessageRow row =
        new MessageRow(
            command.messageId(),
            conversation.id(),
            messages.nextSeq(),
            command.senderId(),
            command.content().type().word(),
            command.content().text(),
            attachments,
            command.clientMessageId(),
            false,
            null,
            messages.timeOfNext(now));
    messages.add(row);
    if (command.clientMessageId() != null) {
      keys.put(command.key(), row);
    }
    return new Decision.Accepted(row);
  }
}
