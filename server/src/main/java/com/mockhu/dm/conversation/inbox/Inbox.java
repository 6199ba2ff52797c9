package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.conversation.member.MemberLists;
import com.mockhu.dm.feed.log.Badge;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.privacy.Blocks;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A person's conversations, with the people in them as this person may see them. */
public final class Inbox {
  private final Database database;
  private final Feed feed;
  private final Accounts accounts;
  private final Blocks blocks;
  private final PresenceView presence;
  private final GroupViews groups;

  public Inbox(
      Database database,
      Feed feed,
      Accounts accounts,
      Blocks blocks,
      PresenceView presence,
      MemberLists members) {
    this.database = database;
    this.feed = feed;
    this.accounts = accounts;
    this.blocks = blocks;
    this.presence = presence;
    this.groups = new GroupViews(members, accounts);
  }

  /** A page, the counts of all, and the rank to go on below; null at the end. */
  public record Page(List<InboxEntry> conversations, Badge badge, Long nextRank) {}

  /** Page and counts are of one moment, so that they add up (behaviour §3). */
  public Page page(UUID viewer, boolean isUnreadOnly, long belowRank, int page, int limit) {
    long offset = (page - 1L) * limit;
    return database.snapshot(
        transaction -> {
          Badge badge = feed.badge(transaction, viewer);
          int all = isUnreadOnly ? badge.unreadConversations() : badge.conversations();
          List<InboxSql.Item> items =
              offset >= all
                  ? List.of()
                  : items(transaction, viewer, isUnreadOnly, belowRank, offset, limit + 1);
          boolean hasMore = items.size() > limit;
          List<InboxSql.Item> shown = hasMore ? items.subList(0, limit) : items;
          return new Page(
              views(transaction, viewer, shown), badge, hasMore ? shown.getLast().rank() : null);
        });
  }

  private static List<InboxSql.Item> items(
      Transaction transaction,
      UUID viewer,
      boolean isUnreadOnly,
      long belowRank,
      long offset,
      int most)
      throws SQLException {
    return isUnreadOnly
        ? InboxSql.unreadPage(transaction, viewer, belowRank, offset, most)
        : InboxSql.page(transaction, viewer, belowRank, offset, most);
  }

  List<InboxEntry> some(Transaction transaction, UUID viewer, Collection<UUID> ids)
      throws SQLException {
    return views(
        transaction,
        viewer,
        InboxSql.some(transaction, viewer, ids).stream().filter(InboxSql.Item::isListed).toList());
  }

  /** Also one that the viewer has deleted or that is not in the inbox yet. */
  public InboxEntry one(Transaction transaction, UUID viewer, UUID id) throws SQLException {
    return views(transaction, viewer, InboxSql.some(transaction, viewer, List.of(id))).getFirst();
  }

  List<InboxEntry> after(Transaction transaction, UUID viewer, UUID after, int limit)
      throws SQLException {
    return views(transaction, viewer, InboxSql.after(transaction, viewer, after, limit));
  }

  public Badge badge(UUID viewer) {
    return database.read(transaction -> feed.badge(transaction, viewer));
  }

  private List<InboxEntry> views(Transaction transaction, UUID viewer, List<InboxSql.Item> items)
      throws SQLException {
    Set<UUID> people = new HashSet<>();
    items.stream().map(InboxSql.Item::peerId).filter(Objects::nonNull).forEach(people::add);
    Map<UUID, Account> known = accounts.all(people);
    Map<UUID, PresenceView.Presence> seen = presence.of(viewer, people);
    Set<UUID> blocked = blocks.blockedBy(transaction, viewer, people);
    Map<UUID, GroupView> shown = groups.of(transaction, viewer, items);
    List<InboxEntry> views = new ArrayList<>();
    for (InboxSql.Item item : items) {
      UUID peer = item.peerId();
      if (shown.containsKey(item.id())) {
        views.add(shown.get(item.id()));
      } else if (known.containsKey(peer)) {
        views.add(view(item, participant(known.get(peer), seen.get(peer)), blocked.contains(peer)));
      }
    }
    return views;
  }

  private static ConversationView.Participant participant(
      Account person, PresenceView.Presence seen) {
    return new ConversationView.Participant(
        person.id(),
        person.username(),
        person.fullName(),
        person.avatarUrl(),
        seen != null && seen.isOnline(),
        seen == null ? null : seen.lastSeen());
  }

  private static ConversationView view(
      InboxSql.Item item, ConversationView.Participant participant, boolean isBlocked) {
    return new ConversationView(
        item.id(),
        "direct",
        participant,
        item.lastMessage(),
        item.unreadCount(),
        item.clearedSeq(),
        isBlocked,
        item.lastSeq(),
        item.createdAt(),
        item.updatedAt());
  }
}
