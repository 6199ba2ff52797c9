package com.mockhu.dm.presence;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.privacy.Blocks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Who is online, as far as each viewer may know (behaviour §6). */
final class VisiblePresence implements PresenceView {
  private final Database database;
  private final Accounts accounts;
  private final Blocks blocks;
  private final Predicate<UUID> isOnline;

  VisiblePresence(Database database, Accounts accounts, Blocks blocks, Predicate<UUID> isOnline) {
    this.database = database;
    this.accounts = accounts;
    this.blocks = blocks;
    this.isOnline = isOnline;
  }

  @Override
  public Map<UUID, Presence> of(UUID viewer, Collection<UUID> people) {
    if (people.isEmpty()) {
      return Map.of();
    }
    Set<UUID> blockers = blocks.eitherWay(viewer, people);
    Map<UUID, Account> known = accounts.all(people);
    Map<UUID, Instant> lastSeen = lastSeen(people);
    Map<UUID, Presence> presences = new HashMap<>();
    for (UUID person : people) {
      boolean isShown = isShowing(known.get(person)) && !blockers.contains(person);
      presences.put(person, isShown ? presence(person, lastSeen) : OFFLINE);
    }
    return presences;
  }

  /** One person as several viewers see them; viewers who must not are left out. */
  Map<UUID, Presence> to(Collection<UUID> viewers, UUID person) {
    if (viewers.isEmpty() || !isShowing(accounts.find(person).orElse(null))) {
      return Map.of();
    }
    Presence presence = presence(person, lastSeen(List.of(person)));
    Set<UUID> blocked = blocks.eitherWay(person, viewers);
    Map<UUID, Presence> seen = new HashMap<>();
    viewers.stream()
        .filter(viewer -> !blocked.contains(viewer))
        .forEach(viewer -> seen.put(viewer, presence));
    return seen;
  }

  private static boolean isShowing(Account account) {
    return account != null && account.preferences().showOnline();
  }

  private Presence presence(UUID person, Map<UUID, Instant> lastSeen) {
    return new Presence(isOnline.test(person), lastSeen.get(person));
  }

  private Map<UUID, Instant> lastSeen(Collection<UUID> people) {
    return database.read(transaction -> PresenceSql.lastSeen(transaction, people));
  }
}
