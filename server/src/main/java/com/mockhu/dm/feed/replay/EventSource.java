package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows a feature's events in their present state, to the account whose feed it is. */
public interface EventSource {

  /** The kinds it understands; no two sources share one. */
  Set<Short> kinds();

  /**
   * The view of each event, by its number; an event that no longer shows anything is left out.
   * {@code events} are only of its own kinds.
   */
  Map<Long, ? extends EventView> views(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException;

  /** Adds to a page of sync what {@code events} change beyond their {@code views}, after these. */
  default void complete(
      Transaction transaction,
      UUID viewer,
      List<FeedEvent> events,
      Collection<? extends EventView> views,
      SyncPage page)
      throws SQLException {}
}
