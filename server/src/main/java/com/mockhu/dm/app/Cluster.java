package com.mockhu.dm.app;

import com.mockhu.dm.feed.bus.LocalBus;

/**
 * What servers over one database share beside it. This one is the memory of their process: a server
 * that is alone in its process has a cluster of its own.
 */
public final class Cluster {
  private final LocalBus bus = new LocalBus();

  LocalBus bus() {
    return bus;
  }
}
