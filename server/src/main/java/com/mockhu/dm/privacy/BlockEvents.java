package com.mockhu.dm.privacy;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows the viewer's own blocks to the viewer's own devices. */
final class BlockEvents implements EventSource, Snapshot {

  private record State(UUID userId, boolean isBlocked) {}

  @Override
  public Set<Short> kinds() {
    return Set.of(Blocks.CHANGED);
  }

  @Override
  public Map<Long, Frame> frames(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    Set<UUID> blocked = blocked(transaction, viewer, events);
    Map<Long, Frame> frames = new HashMap<>();
    for (FeedEvent event : events) {
      frames.put(event.seq(), Frame.of("blocked", state(event.subjectId(), blocked)));
    }
    return frames;
  }

  @Override
  public void sync(Transaction transaction, UUID viewer, List<FeedEvent> events, SyncPage page)
      throws SQLException {
    Set<UUID> blocked = blocked(transaction, viewer, events);
    for (FeedEvent event : events) {
      page.block(event.subjectId(), state(event.subjectId(), blocked));
    }
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page)
      throws SQLException {
    if (after == null) {
      for (BlockSql.Block block : BlockSql.of(transaction, viewer)) {
        page.block(block.blockedId(), new State(block.blockedId(), true));
      }
    }
    return null;
  }

  private static Set<UUID> blocked(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    List<UUID> people = events.stream().map(FeedEvent::subjectId).toList();
    return BlockSql.blockedAmong(transaction, viewer, people);
  }

  private static State state(UUID userId, Set<UUID> blocked) {
    return new State(userId, blocked.contains(userId));
  }
}
