package com.mockhu.dm.message;

import com.mockhu.dm.attachment.Attachment;
import com.mockhu.dm.attachment.Unsent;
import com.mockhu.dm.attachment.Uploads;
import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.privacy.MessagingPolicy;
import com.mockhu.dm.privacy.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides, under the conversations' locks, what becomes of each send of one batch, and stores the
 * accepted ones (behaviour §4).
 */
final class SendBatch {
  private final Transaction transaction;
  private final Conversations conversations;
  private final MessagingPolicy policy;
  private final MessageViews views;
  private final Instant now;
  private final Map<SendCommand.Key, MessageRow> known = new HashMap<>();
  private final Map<UUID, MessageRow> ownEarlier = new HashMap<>();
  private final Map<UUID, Addition> additions = new HashMap<>();
  private final List<MessageRow> accepted = new ArrayList<>();

  /** When each of the accepted came to the server. */
  private long[] takenAt;

  private final List<Uploads.Claim> claims = new ArrayList<>();
  private final Uploads uploads;
  private Map<UUID, Conversation> locked = Map.of();
  private Unsent unsent;

  /** A conversation and what this batch adds to it, in order. */
  static final class Addition {
    final Conversation before;
    final List<MessageRow> added = new ArrayList<>();

    Addition(Conversation before) {
      this.before = before;
    }

    long lastSeq() {
      return before.lastSeq() + added.size();
    }

    Instant lastAt() {
      return added.isEmpty() ? before.lastMessageAt() : added.getLast().createdAt();
    }
  }

  SendBatch(
      Transaction transaction,
      Conversations conversations,
      MessagingPolicy policy,
      MessageViews views,
      Uploads uploads,
      Instant now) {
    this.transaction = transaction;
    this.conversations = conversations;
    this.policy = policy;
    this.views = views;
    this.uploads = uploads;
    this.now = now;
  }

  /** What may have been stored before. */
  enum Doubt {
    /** Nothing, as far as anything tells: the unique key will say if that is wrong. */
    NONE,
    /** People are sending things again. */
    REPETITIONS,
    /** An earlier try at the same commands ended in the dark: each of them may be stored. */
    THE_SAME
  }

  List<SendOutcome> run(List<SendCommand> commands, Doubt doubt) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    commands.forEach(command -> ids.add(command.conversationId()));
    takenAt = new long[commands.size()];
    locked = conversations.lock(transaction, ids);
    views.prepare(locked.values());
    recall(commands, doubt);
    lockUploads(commands);
    List<SendOutcome> outcomes = new ArrayList<>(commands.size());
    for (SendCommand command : commands) {
      outcomes.add(decide(command));
    }
    if (!claims.isEmpty()) {
      uploads.hold(transaction, claims);
    }
    NewMessages.store(transaction, conversations, views, additions, accepted, takenAt);
    return outcomes;
  }

  private void lockUploads(List<SendCommand> commands) throws SQLException {
    List<Uploads.Reference> named =
        commands.stream().flatMap(command -> command.content().attachments().stream()).toList();
    if (!named.isEmpty()) {
      unsent = uploads.lock(transaction, named);
    }
  }

  private void recall(List<SendCommand> commands, Doubt doubt) throws SQLException {
    List<SendCommand> keyed =
        commands.stream()
            .filter(command -> command.clientMessageId() != null)
            .filter(command -> doubt != Doubt.NONE || !isPlain(command))
            .toList();
    if (!keyed.isEmpty()) {
      for (MessageRow row : MessageSql.byKeys(transaction, keyed)) {
        known.put(new SendCommand.Key(row.senderId(), row.clientMessageId()), row);
      }
    }
    if (doubt == Doubt.THE_SAME) {
      List<UUID> ids = commands.stream().map(SendCommand::messageId).toList();
      MessageSql.byIds(transaction, ids).forEach(row -> ownEarlier.put(row.id(), row));
    }
    if (!ownEarlier.isEmpty()) {
      // The lost answer was also the sign to tell the sockets.
      conversations.remind(transaction, locked.values());
    }
  }

  /** What will be stored unless it was before; what may be refused must not have been. */
  private boolean isPlain(SendCommand command) {
    Conversation conversation = locked.get(command.conversationId());
    return conversation != null
        && conversation.has(command.senderId())
        && conversation.lastSeq() > 0
        && !isAnyDisabled(conversation)
        && !conversation.one().isBlocked()
        && !conversation.other().isBlocked()
        && command.content().attachments().isEmpty();
  }

  private boolean isAnyDisabled(Conversation conversation) {
    return views.isDisabled(conversation.one().userId())
        || views.isDisabled(conversation.other().userId());
  }

  private SendOutcome decide(SendCommand command) throws SQLException {
    Conversation conversation = locked.get(command.conversationId());
    MessageRow own = ownEarlier.get(command.messageId());
    if (own != null && conversation != null) {
      return new SendOutcome.Stored(views.one(command.senderId(), conversation, own));
    }
    if (conversation == null) {
      return refused(ApiException.notFound("Conversation not found"));
    }
    if (!conversation.has(command.senderId())) {
      return refused(
          new ApiException(
              ErrorCode.NOT_PARTICIPANT, "You are not a participant of this conversation."));
    }
    MessageRow earlier = command.clientMessageId() == null ? null : known.get(command.key());
    if (earlier != null) {
      return replay(command, conversation, earlier);
    }
    if (views.isDisabled(command.senderId())) {
      // Another server let them in, and has not heard of it yet.
      return refused(new ApiException(ErrorCode.ACCOUNT_DISABLED, "This account is disabled."));
    }
    Optional<Refusal> refusal = refusal(command, conversation);
    return refusal.isPresent() ? refused(refusal.get().exception()) : accept(command, conversation);
  }

  private SendOutcome replay(SendCommand command, Conversation conversation, MessageRow earlier) {
    boolean isSame =
        earlier.conversationId().equals(command.conversationId())
            && earlier.type().equals(command.content().type().word())
            && (earlier.isDeleted() || isSame(earlier, command.content()));
    if (!isSame) {
      return refused(
          new ApiException(
              ErrorCode.IDEMPOTENCY_CONFLICT,
              "This client_message_id was used for another message."));
    }
    return new SendOutcome.Replayed(views.one(command.senderId(), conversation, earlier));
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

  private Optional<Refusal> refusal(SendCommand command, Conversation conversation)
      throws SQLException {
    if (conversation.side(command.senderId()).isBlocked()) {
      return Optional.of(Refusal.BLOCKED_BY_RECIPIENT);
    }
    if (conversation.peer(command.senderId()).isBlocked()) {
      return Optional.of(Refusal.RECIPIENT_BLOCKED);
    }
    if (views.isDisabled(conversation.peer(command.senderId()).userId())) {
      return Optional.of(Refusal.RECIPIENT_DISABLED);
    }
    Addition addition = additions.get(command.conversationId());
    boolean isFirst = conversation.lastSeq() == 0 && addition == null;
    return isFirst
        ? policy.refusal(
            transaction, command.senderId(), conversation.peer(command.senderId()).userId())
        : Optional.empty();
  }

  private SendOutcome accept(SendCommand command, Conversation conversation) {
    Content content = command.content();
    Optional<List<Attachment>> attachments =
        content.attachments().isEmpty()
            ? Optional.of(List.of())
            : unsent.take(
                command.senderId(), content.attachments(), content.type() == MessageType.IMAGE);
    return attachments.isPresent()
        ? accept(command, conversation, attachments.get())
        : refused(AttachmentNames.unknown());
  }

  private SendOutcome accept(
      SendCommand command, Conversation conversation, List<Attachment> attachments) {
    Addition addition =
        additions.computeIfAbsent(conversation.id(), id -> new Addition(conversation));
    MessageRow row =
        new MessageRow(
            command.messageId(),
            conversation.id(),
            addition.lastSeq() + 1,
            command.senderId(),
            command.content().type().word(),
            command.content().text(),
            attachments,
            command.clientMessageId(),
            false,
            null,
            false,
            null,
            MessageViews.latest(now, addition.lastAt()));
    addition.added.add(row);
    takenAt[accepted.size()] = command.takenAt();
    accepted.add(row);
    for (Attachment each : attachments) {
      claims.add(new Uploads.Claim(each.id(), conversation.id(), row.id()));
    }
    if (command.clientMessageId() != null) {
      known.put(command.key(), row);
    }
    return new SendOutcome.Stored(views.one(command.senderId(), conversation, row));
  }

  private static SendOutcome refused(ApiException reason) {
    return new SendOutcome.Refused(reason);
  }
}
