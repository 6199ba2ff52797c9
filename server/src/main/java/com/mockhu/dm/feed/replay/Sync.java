package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.Cursor;
import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.FeedSql;
import com.mockhu.dm.feed.log.Head;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code GET /v1/sync}: everything that changed since a cursor, from the same log as sockets. */
public final class Sync {
  public static final int PAGE = 500;

  private final Database database;
  private final FeedSql sql = new FeedSql();
  private final Replay replay;
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final Set<SyncSection> sections = new LinkedHashSet<>();

  public Sync(Database database, Replay replay) {
    this.database = database;
    this.replay = replay;
  }

  public void add(SyncSection section) {
    if (sections.stream().anyMatch(each -> each.name().equals(section.name()))) {
      throw new IllegalStateException("Two sections of sync are called " + section.name());
    }
    sections.add(section);
  }

  public void add(Snapshot snapshot) {
    snapshots.add(snapshot);
  }

  SyncPage.Answer page(UUID viewer, Optional<String> cursor) {
    // One snapshot for the whole page, so that unread counts match its messages.
    return database.snapshot(
        transaction -> {
          Head head = head(transaction, viewer);
          Optional<Cursor> known = cursor.flatMap(head::resumable);
          if (known.isPresent() && known.get().after() == null) {
            return changes(transaction, viewer, known.get());
          }
          // Later pages of a fresh start show later states. Changes since the first page come
          // again with the next sync.
          Cursor from = known.orElse(head.cursor());
          return fresh(transaction, viewer, from, cursor.isPresent() && known.isEmpty());
        });
  }

  private Head head(Transaction transaction, UUID viewer) throws SQLException {
    return sql.head(transaction, viewer)
        .orElseThrow(() -> ApiException.unauthorized("The account was deleted."));
  }

  private SyncPage.Answer changes(Transaction transaction, UUID viewer, Cursor from)
      throws SQLException {
    List<FeedEvent> events = sql.events(transaction, viewer, from.seq(), PAGE);
    SyncPage page = new SyncPage(sections);
    replay.sync(transaction, viewer, events, page);
    long seq = events.isEmpty() ? from.seq() : events.getLast().seq();
    return page.answer(Cursor.at(from.epoch(), seq), events.size() == PAGE, false);
  }

  private SyncPage.Answer fresh(Transaction transaction, UUID viewer, Cursor from, boolean isReset)
      throws SQLException {
    SyncPage page = new SyncPage(sections);
    UUID next = null;
    for (Snapshot snapshot : snapshots) {
      UUID more = snapshot.page(transaction, viewer, from.after(), page);
      next = more == null ? next : more;
    }
    return page.answer(new Cursor(from.epoch(), from.seq(), next), next != null, isReset);
  }
}
