package com.mockhu.dm.people.profile;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who is online, as far as the viewer may see it. A feature above this one implements it. */
public interface PresenceView {
  Presence OFFLINE = new Presence(false, null);

  /**
   * @param lastSeen null when it is unknown or hidden from the viewer
   */
  record Presence(boolean isOnline, Instant lastSeen) {}

  /** People who are missing from the result are offline. */
  Map<UUID, Presence> of(UUID viewer, Collection<UUID> people);
}
