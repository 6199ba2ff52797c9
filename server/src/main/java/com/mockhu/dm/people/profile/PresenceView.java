package com.mockhu.dm.people.profile;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who is online, as far as the viewer may know; answered by a feature above this one. */
public interface PresenceView {
  Presence OFFLINE = new Presence(false, null);

  /**
   * @param lastSeen null when unknown, or not the viewer's to know
   */
  record Presence(boolean isOnline, Instant lastSeen) {}

  /** People who are missing from the answer count as offline. */
  Map<UUID, Presence> of(UUID viewer, Collection<UUID> people);
}
