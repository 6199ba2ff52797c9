package com.mockhu.dm.presence;

import com.mockhu.dm.account.Account;
import com.mockhu.dm.account.Accounts;
import com.mockhu.dm.account.PresenceView;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.privacy.Blocks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is online, as far as each viewer may know (behaviour §6). */
final class Presences implements PresenceView {
  private static final Presence HIDDEN = new Presence(false, null);

  private final Database database;
  private final Feed feed;
  private final Accounts accounts;
  private final Blocks blocks;

  Presences(Database database, Feed feed, Accounts accounts, Blocks blocks) {
    this.database = database;
    this.feed = feed;
    this.accounts = accounts;
    this.blocks = blocks;
  }

  @Override
  public Map<UUID, Presence> of(UUID viewer, Collection<UUID> people) {
    if (people.isEmpty()) {
      return Map.of();
    }
    Set<UUID> blockers = blocks.eitherWay(viewer, people);
    Map<UUID, Account> known = accounts.all(people);
    Map<UUID, Instant> lastSeen =
        database.read(transaction -> PresenceSql.lastSeen(transaction, people));
    Map<UUID, Presence> presences = new HashMap<>();
    for (UUID person : people) {
      Account account = known.get(person);
      boolean isShown =
          account != null && account.preferences().showOnline() && !blockers.contains(person);
      presences.put(
          person, isShown ? new Presence(isOnline(person), lastSeen.get(person)) : HIDDEN);
    }
    return presences;
  }

  boolean isOnline(UUID userId) {
    return !feed.connections(userId).isEmpty();
  }
}
