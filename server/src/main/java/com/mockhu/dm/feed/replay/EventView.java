package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.Frame;
import java.util.UUID;

/** What one event shows to the account whose feed it is: to a socket, and in sync. */
public interface EventView {
  Frame frame();

  void addTo(SyncPage page);

  /**
   * The present state of one thing.
   *
   * @param type of the frame
   */
  record State(String type, SyncSection.States section, UUID id, Object state)
      implements EventView {
    @Override
    public Frame frame() {
      return Frame.of(type, state);
    }

    @Override
    public void addTo(SyncPage page) {
      page.put(section, id, state);
    }
  }
}
