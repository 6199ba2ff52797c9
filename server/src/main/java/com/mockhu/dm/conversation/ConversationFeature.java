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
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.privacy.BlockListener;
import com.mockhu.dm.privacy.HaveTalked;
import com.mockhu.dm.privacy.PrivacyFeature;
import java.sql.SQLException;
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
  private final ConversationChanges changes;
  private final OpenConversation opening;
  private final ConversationEvents events;
  private final ConversationEndpoints endpoints;
  private final ConversationCleaning cleaning;
  private final BlockedConversations blocked;
  private final ProfileChanges profiles;

  public ConversationFeature(
      OpenConversation.Tools tools,
      PeopleFeature people,
      FeedFeature feed,
      PrivacyFeature privacy,
      PresenceView presence) {
    Database database = tools.database();
    ConversationReader reader = new ConversationReader();
    conversations = new Conversations(reader);
    changes = new ConversationChanges(feed.feed());
    opening = new OpenConversation(tools, reader, feed.feed(), people.accounts(), privacy.policy());
    Inbox inbox = new Inbox(database, feed.feed(), people.accounts(), privacy.blocks(), presence);
    events = new ConversationEvents(inbox);
    DeleteConversation deleting = new DeleteConversation(database, feed.feed(), conversations);
    endpoints = new ConversationEndpoints(database, opening, deleting, conversations, inbox);
    cleaning = new ConversationCleaning(reader, feed.feed());
    blocked = new BlockedConversations(reader);
    profiles = new ProfileChanges(database, feed.feed(), people.accounts(), privacy.blocks());
  }

  public Contribution contribution() {
    return new Contribution()
        .addAll(AccountListener.class, List.of(cleaning, profiles))
        .add(BlockListener.class, blocked)
        .add(HaveTalked.class, ConversationFeature::haveTalked)
        .addAll(EventSource.class, List.of(events, profiles.events()))
        .add(SyncSection.class, ConversationEvents.SECTION)
        .add(SyncSection.class, ProfileChanges.SECTION)
        .add(Snapshot.class, events)
        .add(RouteSource.class, endpoints::addTo);
  }

  private static boolean haveTalked(Transaction transaction, UUID one, UUID other)
      throws SQLException {
    return PairSql.haveTalked(transaction, Pair.of(one, other));
  }

  public Conversations conversations() {
    return conversations;
  }

  /** For messages and receipts. */
  public ConversationChanges changes() {
    return changes;
  }

  public OpenConversation opening() {
    return opening;
  }

  /** Adds the conversations' present state, for a feature whose events move the inbox. */
  public void sync(Transaction transaction, UUID viewer, Set<UUID> ids, SyncPage page)
      throws SQLException {
    events.addTo(transaction, viewer, ids, page);
  }

  @Override
  public void close() {
    profiles.close();
  }
}
