package com.mockhu.dm.privacy;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.EventView;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows the viewer's own blocks to the viewer's own devices. */
final class BlockEvents implements EventSource, Snapshot {

  static final SyncSection.States SECTION = new SyncSection.States("blocks");

  private record State(UUID userId, boolean isBlocked) {}

  @Override
  public Set<Short> kinds() {
    return Set.of(Blocks.CHANGED);
  }

  @Override
  public Map<Long, EventView> views(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    List<UUID> people = events.stream().map(FeedEvent::subjectId).toList();
    Set<UUID> blocked = BlockSql.blockedAmong(transaction, viewer, people);
    Map<Long, EventView> views = new HashMap<>();
    for (FeedEvent event : events) {
      views.put(event.seq(), view(event.subjectId(), blocked.contains(event.subjectId())));
    }
    return views;
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page)
      throws SQLException {
    if (after == null) {
      for (BlockSql.Block block : BlockSql.of(transaction, viewer)) {
        view(block.blockedId(), true).addTo(page);
      }
    }
    return null;
  }

  private static EventView view(UUID userId, boolean isBlocked) {
    return new EventView.State("blocked", SECTION, userId, new State(userId, isBlocked));
  }
}
