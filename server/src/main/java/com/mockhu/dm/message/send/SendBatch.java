package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.file.upload.Unsent;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.access.MessageReceipts;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.content.MessageType;
import com.mockhu.dm.message.send.SendDecisions.Decision;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.privacy.MessagingPolicy;
import com.mockhu.dm.privacy.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Stores batches of sends, each in one transaction: gathers the facts under the conversations'
 * locks, has {@link SendDecisions} decide, and writes what was accepted.
 */
public final class SendBatch {
  private final Conversations conversations;
  private final ConversationChanges changes;
  private final MessagingPolicy policy;
  private final MessageViews views;
  private final Uploads uploads;

  public SendBatch(
      Conversations conversations,
      ConversationChanges changes,
      MessagingPolicy policy,
      MessageViews views,
      Uploads uploads) {
    this.conversations = conversations;
    this.changes = changes;
    this.policy = policy;
    this.views = views;
    this.uploads = uploads;
  }

  /**
   * @throws NewMessages.RepeatedKeyException when a sender has used a key before; nothing may be
   *     committed then
   */
  public List<SendOutcome> run(
      Transaction transaction, List<SendCommand> commands, ReplayLookup.Doubt doubt, Instant now)
      throws SQLException {
    SendFacts facts = facts(transaction, commands, doubt);
    SendDecisions decisions = new SendDecisions(facts, now);
    List<Decision> decided = commands.stream().map(decisions::decide).toList();
    hold(transaction, decided);
    NewMessages.store(
        transaction, changes, views, decisions.pending(), accepted(commands, decided));
    return outcomes(transaction, facts, commands, decided);
  }

  private SendFacts facts(
      Transaction transaction, List<SendCommand> commands, ReplayLookup.Doubt doubt)
      throws SQLException {
    Set<UUID> ids = new HashSet<>();
    commands.forEach(command -> ids.add(command.conversationId()));
    Map<UUID, Conversation> locked = conversations.lock(transaction, ids);
    views.prepare(locked.values());
    Set<UUID> disabled = disabled(locked);
    ReplayLookup earlier = ReplayLookup.of(transaction, commands, locked, disabled, doubt);
    if (!earlier.byId().isEmpty()) {
      // The try whose answer was lost has not published its events.
      changes.remind(transaction, locked.values());
    }
    return new SendFacts(
        locked,
        earlier,
        disabled,
        firstRefusals(transaction, commands, locked),
        lockUploads(transaction, commands));
  }

  private Set<UUID> disabled(Map<UUID, Conversation> locked) {
    Set<UUID> disabled = new HashSet<>();
    for (Conversation conversation : locked.values()) {
      for (Participant each : conversation.participants()) {
        if (views.isDisabled(each.userId())) {
          disabled.add(each.userId());
        }
      }
    }
    return disabled;
  }

  private Map<SendFacts.Opener, Refusal> firstRefusals(
      Transaction transaction, List<SendCommand> commands, Map<UUID, Conversation> locked)
      throws SQLException {
    Map<SendFacts.Opener, Refusal> refusals = new HashMap<>();
    for (SendCommand command : commands) {
      Conversation conversation = locked.get(command.conversationId());
      UUID sender = command.senderId();
      boolean isFirst =
          conversation != null
              && conversation.lastSeq() == 0
              && conversation.isDirect()
              && conversation.has(sender);
      if (isFirst) {
        Optional<Refusal> refusal =
            policy.refusal(transaction, sender, conversation.peer(sender).userId());
        refusal.ifPresent(
            each -> refusals.put(new SendFacts.Opener(conversation.id(), sender), each));
      }
    }
    return refusals;
  }

  private SendFacts.TakeUploads lockUploads(Transaction transaction, List<SendCommand> commands)
      throws SQLException {
    List<Uploads.Reference> named =
        commands.stream().flatMap(command -> command.content().attachments().stream()).toList();
    if (named.isEmpty()) {
      return (sender, content) -> Optional.empty();
    }
    Unsent unsent = uploads.lock(transaction, named);
    return (sender, content) ->
        unsent.take(sender, content.attachments(), content.type() == MessageType.IMAGE);
  }

  private void hold(Transaction transaction, List<Decision> decided) throws SQLException {
    List<Uploads.Claim> claims = new ArrayList<>();
    for (Decision each : decided) {
      if (each instanceof Decision.Accepted(MessageRow row)) {
        for (Attachment attachment : row.attachments()) {
          claims.add(new Uploads.Claim(attachment.id(), row.conversationId(), row.id()));
        }
      }
    }
    if (!claims.isEmpty()) {
      uploads.hold(transaction, claims);
    }
  }

  private static List<NewMessages.Accepted> accepted(
      List<SendCommand> commands, List<Decision> decided) {
    List<NewMessages.Accepted> accepted = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      if (decided.get(i) instanceof Decision.Accepted(MessageRow row)) {
        accepted.add(new NewMessages.Accepted(row, commands.get(i).takenAt()));
      }
    }
    return accepted;
  }

  private List<SendOutcome> outcomes(
      Transaction transaction, SendFacts facts, List<SendCommand> commands, List<Decision> decided)
      throws SQLException {
    ReceiptRanges ranges = ranges(transaction, facts);
    List<SendOutcome> outcomes = new ArrayList<>(commands.size());
    for (int i = 0; i < commands.size(); i++) {
      UUID sender = commands.get(i).senderId();
      outcomes.add(
          switch (decided.get(i)) {
            case Decision.Accepted(MessageRow row) ->
                new SendOutcome.Stored(() -> views.fresh(row));
            case Decision.StoredBefore(MessageRow row) -> {
              MessageView view = view(sender, facts, row, ranges);
              yield new SendOutcome.Stored(() -> view);
            }
            case Decision.Repeated(MessageRow row) ->
                new SendOutcome.Replayed(view(sender, facts, row, ranges));
            case Decision.Refused(var reason) -> new SendOutcome.Refused(reason);
          });
    }
    return outcomes;
  }

  /** Of what was stored before: it may be read by now. */
  private static ReceiptRanges ranges(Transaction transaction, SendFacts facts)
      throws SQLException {
    List<MessageRow> rows = facts.earlier().all();
    return rows.isEmpty()
        ? ReceiptRanges.NONE
        : MessageReceipts.ofSenders(transaction, facts.conversations(), rows);
  }

  private MessageView view(UUID sender, SendFacts facts, MessageRow row, ReceiptRanges ranges) {
    return views.one(sender, facts.conversations().get(row.conversationId()), row, ranges);
  }
}
