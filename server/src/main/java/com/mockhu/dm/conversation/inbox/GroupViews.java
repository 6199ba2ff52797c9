package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupPermissions;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.conversation.member.Member;
import com.mockhu.dm.conversation.member.MemberList;
import com.mockhu.dm.conversation.member.MemberLists;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Shows groups of an inbox: members from memory, by their version, and the rest by one look. */
final class GroupViews {
  private static final int SHOWN_MEMBERS = 5;
  private final MemberLists lists;
  private final Accounts accounts;

  GroupViews(MemberLists lists, Accounts accounts) {
    this.lists = lists;
    this.accounts = accounts;
  }

  /** By id; none for items that are no groups, or of which the viewer is no member any more. */
  Map<UUID, GroupView> of(Transaction transaction, UUID viewer, List<InboxSql.Item> items)
      throws SQLException {
    Map<UUID, Long> versions = new HashMap<>();
    for (InboxSql.Item item : items) {
      if (item.group() != null) {
        versions.put(item.id(), item.group().membersVersion());
      }
    }
    if (versions.isEmpty()) {
      return Map.of();
    }
    Map<UUID, GroupInfo> infos = GroupSql.infos(transaction, versions.keySet());
    Map<UUID, MemberList> members = lists.of(transaction, versions);
    Map<UUID, Account> people = accounts.all(people(items, members));
    Map<UUID, GroupView> views = new HashMap<>();
    for (InboxSql.Item item : items) {
      MemberList list = members.get(item.id());
      GroupInfo info = infos.get(item.id());
      if (list != null && info != null && list.find(viewer).isPresent()) {
        views.put(item.id(), view(item, list.find(viewer).get(), info, list, people));
      }
    }
    return views;
  }

  private static Set<UUID> people(List<InboxSql.Item> items, Map<UUID, MemberList> members) {
    Set<UUID> people = new HashSet<>();
    members
        .values()
        .forEach(list -> list.first(SHOWN_MEMBERS).forEach(each -> people.add(each.userId())));
    for (InboxSql.Item item : items) {
      if (item.group() != null && item.lastMessage() != null) {
        people.add(item.lastMessage().senderId());
      }
    }
    return people;
  }

  private static GroupView view(
      InboxSql.Item item, Member self, GroupInfo info, MemberList list, Map<UUID, Account> people) {
    return new GroupView(
        item.id(),
        "group",
        null,
        list.first(SHOWN_MEMBERS).stream()
            .map(each -> member(each, people.get(each.userId())))
            .filter(Objects::nonNull)
            .toList(),
        group(item, self, info, list),
        last(item.lastMessage(), people),
        item.unreadCount(),
        item.clearedSeq(),
        false,
        item.lastSeq(),
        item.createdAt(),
        latest(item.updatedAt(), self.joinedAt()));
  }

  /** Joining puts the group on top of the member's inbox. */
  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static GroupView.MemberView member(Member member, Account person) {
    return person == null
        ? null
        : new GroupView.MemberView(
            person.id(),
            person.username(),
            person.fullName(),
            person.avatarUrl(),
            member.role().word());
  }

  private static GroupView.Group group(
      InboxSql.Item item, Member self, GroupInfo info, MemberList list) {
    return new GroupView.Group(
        info.name(),
        info.description(),
        info.avatarUrl(),
        list.owner().orElse(null),
        self.role().word(),
        list.size(),
        info.history(),
        new GroupPermissions(item.group().permissions()).words());
  }

  private static GroupView.LastMessage last(
      ConversationView.LastMessage last, Map<UUID, Account> people) {
    if (last == null) {
      return null;
    }
    Account sender = people.get(last.senderId());
    return new GroupView.LastMessage(
        last.id(),
        last.content(),
        last.senderId(),
        sender == null ? null : sender.view(),
        last.messageType(),
        last.isDeleted(),
        last.createdAt());
  }
}
