package com.mockhu.dm.presence;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.database.Database;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Presence for places where anybody can be found: shown only to conversation partners. */
final class PartnerPresence implements PresenceView {
  private final Database database;
  private final Conversations conversations;
  private final PresenceView all;

  PartnerPresence(Database database, Conversations conversations, PresenceView all) {
    this.database = database;
    this.conversations = conversations;
    this.all = all;
  }

  @Override
  public Map<UUID, Presence> of(UUID viewer, Collection<UUID> people) {
    Set<UUID> known =
        new HashSet<>(
            database.read(transaction -> conversations.partnersAmong(transaction, viewer, people)));
    if (people.contains(viewer)) {
      known.add(viewer);
    }
    return all.of(viewer, known);
  }
}
