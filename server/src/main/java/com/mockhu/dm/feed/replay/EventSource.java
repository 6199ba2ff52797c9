package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A feature's way to show its events as they stand now, to the account whose feed it is. */
public interface EventSource {
  /** The kinds it understands; no two sources share one. */
  Set<Short> kinds();

  /**
   * The frame of each event, by its number; an event that no longer shows anything is left out.
   * {@code events} are only of its own kinds.
   */
  Map<Long, Frame> frames(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException;

  /** Adds the events' present state to a page of sync. */
  void sync(Transaction transaction, UUID viewer, List<FeedEvent> events, SyncPage page)
      throws SQLException;
}
