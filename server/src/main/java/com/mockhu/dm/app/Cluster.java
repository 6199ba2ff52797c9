package com.mockhu.dm.app;

import com.mockhu.dm.feed.bus.LocalBus;
import com.mockhu.dm.presence.online.MemoryPresence;

/**
 * What servers over one database share beside it. This one is the memory of their process: a server
 * that is alone in its process has a cluster of its own.
 */
public final class Cluster {
  private final LocalBus bus = new LocalBus();

  private final MemoryPresence online = new MemoryPresence();

  LocalBus bus() {
    return bus;
  }

  MemoryPresence online() {
    return online;
  }
}
