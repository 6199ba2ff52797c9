package com.mockhu.dm.conversation.direct;

import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.InboxTotals;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationIds;
import com.mockhu.dm.conversation.participant.ConversationReader;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.feed.log.Appended;
import com.mockhu.dm.feed.log.Badge;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.PersonLocks;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.privacy.MessagingPolicy;
import com.mockhu.dm.privacy.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens the conversation of two people: the one there is, or a new one (behaviour §3). */
public final class OpenConversation {
  public static final RateLimit CONVERSATIONS_PER_MINUTE =
      new RateLimit("conversations_per_minute", 30);

  private final Database database;
  private final ConversationReader reader;
  private final Feed feed;
  private final Accounts accounts;
  private final MessagingPolicy policy;
  private final RateLimits limits;
  private final Clock clock;

  /** What conversations run on. */
  public record Tools(Database database, RateLimits limits, Clock clock) {}

  public OpenConversation(
      Tools tools,
      ConversationReader reader,
      Feed feed,
      Accounts accounts,
      MessagingPolicy policy) {
    this.database = tools.database;
    this.limits = tools.limits;
    this.clock = tools.clock;
    this.reader = reader;
    this.feed = feed;
    this.accounts = accounts;
    this.policy = policy;
  }

  /** {@code isNew}: made by this call. */
  public record Opened(UUID id, boolean isNew) {}

  /**
   * Shows it in the caller's inbox again if they had deleted it.
   *
   * @throws ApiException {@code invalid_request} for oneself, {@code not_found}, or the refusal
   */
  public Opened open(UUID caller, UUID recipient) {
    return opened(caller, recipient, true, () -> {});
  }

  /**
   * For a message that follows at once and so lists the conversation again. {@code beforeMaking}
   * runs before a new one is made and may refuse it by throwing.
   */
  public UUID forMessage(UUID sender, UUID recipient, Runnable beforeMaking) {
    return opened(sender, recipient, false, beforeMaking).id();
  }

  private Opened opened(UUID caller, UUID recipient, boolean isShown, Runnable beforeMaking) {
    if (caller.equals(recipient)) {
      throw ApiException.invalid(
          Accounts.YOURSELF, "You cannot have a conversation with yourself.");
    }
    accounts.require(recipient);
    Pair pair = Pair.of(caller, recipient);
    Optional<UUID> known = database.read(t -> PairSql.idOf(t, pair));
    if (known.isPresent() && isShown) {
      return new Opened(reopen(known.get(), caller), false);
    }
    if (known.isPresent()) {
      return new Opened(known.get(), false);
    }
    beforeMaking.run();
    return create(pair, caller, recipient);
  }

  private UUID reopen(UUID id, UUID caller) {
    database.transaction(
        transaction -> {
          Conversation conversation = reader.lock(transaction, List.of(id)).get(id);
          if (conversation == null) {
            throw ApiException.notFound("Conversation not found");
          }
          Participant side = conversation.participant(caller);
          if (side.isBlocked()) {
            throw Refusal.BLOCKED_BY_RECIPIENT.exception();
          }
          boolean isOthers =
              conversation.lastSeq() == 0
                  && !ConversationSql.isCreator(transaction, new ParticipantKey(id, caller));
          if (side.isHidden() && !isOthers) {
            show(transaction, conversation, caller);
          }
          return null;
        });
    return id;
  }

  private void show(Transaction transaction, Conversation conversation, UUID caller)
      throws SQLException {
    FeedBatch batch = FeedBatch.empty();
    int place = batch.add(caller, ConversationEvents.CHANGED, conversation.id(), null);
    batch.count(caller, InboxTotals.weight(conversation.participant(caller)));
    batch.top(caller, conversation.id());
    Appended appended = feed.append(transaction, batch);
    ConversationSql.show(
        transaction, new ParticipantKey(conversation.id(), caller), appended.seq(caller, place));
  }

  private Opened create(Pair pair, UUID caller, UUID recipient) {
    RateLimits.Permit permit = limits.charge(CONVERSATIONS_PER_MINUTE, caller);
    try {
      Opened opened = database.transaction(t -> create(t, pair, caller, recipient));
      if (!opened.isNew()) {
        permit.giveBack();
      }
      return opened;
    } catch (RuntimeException e) {
      permit.giveBack();
      throw e;
    }
  }

  private Opened create(Transaction transaction, Pair pair, UUID caller, UUID recipient)
      throws SQLException {
    if (!PersonLocks.lock(transaction, caller, recipient)) {
      throw ApiException.notFound("User not found");
    }
    Optional<UUID> raced = PairSql.idOf(transaction, pair);
    if (raced.isPresent()) {
      return new Opened(raced.get(), false);
    }
    Optional<Refusal> refusal = policy.refusal(transaction, caller, recipient);
    if (refusal.isPresent()) {
      throw refusal.get().exception();
    }
    UUID id = ConversationIds.nextDirect();
    PairSql.insert(transaction, pair, id);
    PairSql.insertConversation(transaction, pair, id, caller, clock.instant());
    FeedBatch batch = FeedBatch.empty();
    int place = batch.add(caller, ConversationEvents.CHANGED, id, null);
    batch.count(caller, new Badge(0, 0, 1));
    batch.top(caller, id);
    long rank = feed.append(transaction, batch).seq(caller, place);
    ConversationSql.insertParticipant(transaction, new ParticipantKey(id, caller), rank, false);
    ConversationSql.insertParticipant(transaction, new ParticipantKey(id, recipient), 0, true);
    return new Opened(id, true);
  }
}
