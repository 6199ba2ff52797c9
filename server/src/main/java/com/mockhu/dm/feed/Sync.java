package com.mockhu.dm.feed;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code GET /v1/sync}: everything that changed since a cursor, from the same log as sockets. */
final class Sync {
  static final int PAGE = 500;

  private final Database database;
  private final FeedSql sql;
  private final Replay replay;
  private final List<Snapshot> snapshots = new ArrayList<>();

  Sync(Database database, FeedSql sql, Replay replay) {
    this.database = database;
    this.sql = sql;
    this.replay = replay;
  }

  void add(Snapshot snapshot) {
    snapshots.add(snapshot);
  }

  SyncPage.Answer page(UUID viewer, Optional<String> cursor) {
    // One moment for the whole page: unread counts are those of the messages in it.
    return database.snapshot(
        transaction -> {
          FeedSql.Head head = head(transaction, viewer);
          Optional<Cursor> known = cursor.flatMap(text -> Resume.usable(text, head));
          if (known.isPresent() && known.get().after() == null) {
            return changes(transaction, viewer, known.get());
          }
          // A later page of a fresh start sees later states; the changes since the first come
          // again.
          Cursor from = known.orElse(Cursor.at(head.epoch(), head.head()));
          return fresh(transaction, viewer, from, cursor.isPresent() && known.isEmpty());
        });
  }

  private FeedSql.Head head(Transaction transaction, UUID viewer) throws SQLException {
    return sql.head(transaction, viewer)
        .orElseThrow(() -> ApiException.unauthorized("This account is gone."));
  }

  private SyncPage.Answer changes(Transaction transaction, UUID viewer, Cursor from)
      throws SQLException {
    List<FeedEvent> events = sql.events(transaction, viewer, from.seq(), PAGE);
    SyncPage page = new SyncPage();
    replay.sync(transaction, viewer, events, page);
    long seq = events.isEmpty() ? from.seq() : events.getLast().seq();
    return page.answer(Cursor.at(from.epoch(), seq), events.size() == PAGE, false);
  }

  private SyncPage.Answer fresh(Transaction transaction, UUID viewer, Cursor from, boolean isReset)
      throws SQLException {
    SyncPage page = new SyncPage();
    UUID next = null;
    for (Snapshot snapshot : snapshots) {
      UUID more = snapshot.page(transaction, viewer, from.after(), page);
      next = more == null ? next : more;
    }
    return page.answer(new Cursor(from.epoch(), from.seq(), next), next != null, isReset);
  }
}
