package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.file.upload.AvailableUploads;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.access.MessageReceipts;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.content.MessageType;
import com.mockhu.dm.message.send.SendDecisions.Decision;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
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
import java.util.stream.Collectors;

/**
 * Stores batches of sends, each in one transaction: gathers the facts under the conversations'
 * locks, has {@link SendDecisions} decide, and writes what was accepted.
 */
public final class SendBatch {
  private final Conversations conversations;
  private final ConversationChanges changes;
  private final Accounts accounts;
  private final MessagingPolicy policy;
  private final MessageViews views;
  private final Uploads uploads;

  public SendBatch(
      Conversations conversations,
      ConversationChanges changes,
      Accounts accounts,
      MessagingPolicy policy,
      MessageViews views,
      Uploads uploads) {
    this.conversations = conversations;
    this.changes = changes;
    this.accounts = accounts;
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
    sendFiles(transaction, decided);
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

  /** The accounts stay in memory for the frames that the publisher builds. */
  private Set<UUID> disabled(Map<UUID, Conversation> locked) {
    Set<UUID> people = new HashSet<>();
    for (Conversation conversation : locked.values()) {
      conversation.participants().forEach(each -> people.add(each.userId()));
    }
    return accounts.all(people).values().stream()
        .filter(Account::isDisabled)
        .map(Account::id)
        .collect(Collectors.toSet());
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
    Set<UUID> senders = new HashSet<>();
    List<Uploads.Reference> named = new ArrayList<>();
    for (SendCommand command : commands) {
      if (!command.content().attachments().isEmpty()) {
        senders.add(command.senderId());
        named.addAll(command.content().attachments());
      }
    }
    if (named.isEmpty()) {
      return (sender, content) -> Optional.empty();
    }
    AvailableUploads unsent = uploads.lock(transaction, senders, named);
    return (sender, content) ->
        unsent.take(sender, content.attachments(), content.type() == MessageType.IMAGE);
  }

  private void sendFiles(Transaction transaction, List<Decision> decided) {
    List<Uploads.Claim> claims = new ArrayList<>();
    for (Decision each : decided) {
      if (each instanceof Decision.Accepted(MessageRow row)) {
        for (Attachment attachment : row.attachments()) {
          claims.add(
              new Uploads.Claim(row.senderId(), attachment.id(), row.conversationId(), row.id()));
        }
      }
    }
    if (!claims.isEmpty()) {
      uploads.send(transaction, claims);
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

  /** Of messages that were stored before: they may have been read since. */
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
