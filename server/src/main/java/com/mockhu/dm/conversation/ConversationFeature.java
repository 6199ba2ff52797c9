package com.mockhu.dm.conversation;

import com.mockhu.dm.conversation.direct.BlockedConversations;
import com.mockhu.dm.conversation.direct.OpenConversation;
import com.mockhu.dm.conversation.direct.Pair;
import com.mockhu.dm.conversation.direct.PairSql;
import com.mockhu.dm.conversation.inbox.ConversationEvents;
import com.mockhu.dm.conversation.inbox.Inbox;
import com.mockhu.dm.conversation.participant.ConversationReader;
import com.mockhu.dm.conversation.profile.ProfileChanges;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.privacy.PrivacyFeature;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Builds conversations and the inbox. */
public final class ConversationFeature implements AutoCloseable {
  public static final List<Limit> LIMITS =
      List.of(
          OpenConversation.CONVERSATIONS_PER_MINUTE,
          new FixedLimit("inbox_page", ConversationEndpoints.LARGEST_PAGE));

  private final Conversations conversations;
  private final OpenConversation opening;
  private final ConversationEvents events;
  private final ConversationEndpoints endpoints;
  private final ConversationCleaning cleaning;
  private final ProfileChanges profiles;

  public ConversationFeature(
      Database database,
      RateLimits limits,
      Clock clock,
      PeopleFeature people,
      FeedFeature feed,
      PrivacyFeature privacy,
      PresenceView presence) {
    ConversationReader reader = new ConversationReader();
    conversations = new Conversations(reader, feed.feed());
    opening =
        new OpenConversation(
            database, reader, feed.feed(), people.accounts(), privacy.policy(), limits, clock);
    Inbox inbox = new Inbox(database, feed.feed(), people.accounts(), privacy.blocks(), presence);
    events = new ConversationEvents(inbox);
    DeleteConversation deleting = new DeleteConversation(database, feed.feed(), conversations);
    endpoints = new ConversationEndpoints(database, opening, deleting, conversations, inbox);
    cleaning = new ConversationCleaning(reader, feed.feed());
    privacy.blocks().add(new BlockedConversations(reader));
    privacy.know(ConversationFeature::haveTalked);
    profiles = new ProfileChanges(database, feed.feed(), people.accounts(), privacy.blocks());
    people.listeners().add(profiles);
    feed.addSource(profiles.events());
    feed.addSource(events);
    feed.addSnapshot(events);
  }

  private static boolean haveTalked(Transaction transaction, UUID one, UUID other)
      throws SQLException {
    return PairSql.haveTalked(transaction, Pair.of(one, other));
  }

  public Conversations conversations() {
    return conversations;
  }

  public OpenConversation opening() {
    return opening;
  }

  /** To be registered behind what needs the conversations of a deleted account. */
  public AccountListener cleaning() {
    return cleaning;
  }

  /** Adds the conversations' present state, for a feature whose events move the inbox. */
  public void sync(Transaction transaction, UUID viewer, Set<UUID> ids, SyncPage page)
      throws SQLException {
    events.states(transaction, viewer, ids).forEach(page::conversation);
  }

  @Override
  public void close() {
    profiles.close();
  }

  public void addRoutes(Routes routes) {
    endpoints.addTo(routes);
  }
}
