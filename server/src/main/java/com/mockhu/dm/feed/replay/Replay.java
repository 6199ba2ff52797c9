package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.FeedSql;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.log.Head;
import com.mockhu.dm.platform.batch.BatchReader;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Reads an account's feed back from the database, as frames or as pages of sync. Blocking. */
public final class Replay {
  private static final int PAGE = 200;
  private static final int MOST_ARRIVALS = 200;

  /** Leaves most connections for requests when thousands of sockets resume at once. */
  private static final int MOST_AT_ONCE = 6;

  private final Database database;
  private final FeedSql sql = new FeedSql();
  private final Map<Short, EventSource> sources = new HashMap<>();
  private final BatchReader<UUID, Head> arrivals;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

  /** An event with its present frame; empty when it no longer shows anything. */
  public record Shown(FeedEvent event, Optional<Frame> frame) {}

  public Replay(Database database) {
    this.database = database;
    this.arrivals =
        new BatchReader<>(
            MOST_ARRIVALS, users -> database.read(transaction -> sql.all(transaction, users)));
  }

  public void add(EventSource source) {
    for (short kind : source.kinds()) {
      if (sources.putIfAbsent(kind, source) != null) {
        throw new IllegalStateException("Two sources for events of kind " + kind);
      }
    }
  }

  /** As {@link #head}, in batches, for sockets that open by the thousands. */
  public Optional<Head> headOfArrival(UUID userId) {
    return arrivals.find(userId);
  }

  public Optional<Head> head(UUID userId) {
    return database.read(transaction -> sql.head(transaction, userId));
  }

  /** The next events after {@code after}, in order; empty at the end. */
  public List<Shown> frames(UUID viewer, long after) {
    places.acquireUninterruptibly();
    try {
      return read(viewer, after);
    } finally {
      places.release();
    }
  }

  /** The number of sockets that wait for their turn to read. */
  public int waiting() {
    return places.getQueueLength();
  }

  /** Whether sockets wait for their turn to read. */
  public boolean isBusy() {
    return places.availablePermits() == 0;
  }

  private List<Shown> read(UUID viewer, long after) {
    return database.read(
        transaction -> {
          List<FeedEvent> events = sql.events(transaction, viewer, after, PAGE);
          Map<Long, EventView> views = new HashMap<>();
          for (var group : bySource(events).entrySet()) {
            views.putAll(group.getKey().views(transaction, viewer, group.getValue()));
          }
          return events.stream()
              .map(event -> new Shown(event, frame(views.get(event.seq()))))
              .toList();
        });
  }

  private static Optional<Frame> frame(EventView view) {
    return Optional.ofNullable(view).map(EventView::frame);
  }

  void sync(Transaction transaction, UUID viewer, List<FeedEvent> events, SyncPage page)
      throws SQLException {
    for (var group : bySource(events).entrySet()) {
      EventSource source = group.getKey();
      List<FeedEvent> own = group.getValue();
      Map<Long, ? extends EventView> views = source.views(transaction, viewer, own);
      for (FeedEvent event : own) {
        EventView view = views.get(event.seq());
        if (view != null) {
          view.addTo(page);
        }
      }
      source.complete(transaction, viewer, own, views.values(), page);
    }
  }

  private Map<EventSource, List<FeedEvent>> bySource(List<FeedEvent> events) {
    Map<EventSource, List<FeedEvent>> groups = new HashMap<>();
    for (FeedEvent event : events) {
      EventSource source = sources.get(event.kind());
      if (source != null) {
        groups.computeIfAbsent(source, s -> new ArrayList<>()).add(event);
      }
    }
    return groups;
  }
}
