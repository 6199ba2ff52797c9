package com.mockhu.dm.feed;

import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.FeedSql;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Opens and removes an account's feed with the account, and appends changes of its settings. */
final class AccountEvents implements AccountListener, EventSource, Snapshot {
  private static final short SETTINGS = 1;

  private final FeedSql sql = new FeedSql();
  private final Feed feed;
  private final Accounts accounts;

  AccountEvents(Feed feed, Accounts accounts) {
    this.feed = feed;
    this.accounts = accounts;
  }

  @Override
  public void created(Transaction transaction, Collection<UUID> users) throws SQLException {
    sql.open(transaction, users);
  }

  @Override
  public void preferencesChanged(Transaction transaction, UUID userId) throws SQLException {
    FeedBatch batch = FeedBatch.empty();
    batch.add(userId, SETTINGS, null, null);
    feed.append(transaction, batch);
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    sql.remove(transaction, userId);
  }

  @Override
  public Set<Short> kinds() {
    return Set.of(SETTINGS);
  }

  @Override
  public Map<Long, Frame> frames(Transaction transaction, UUID viewer, List<FeedEvent> events) {
    Map<Long, Frame> frames = new HashMap<>();
    accounts
        .find(viewer)
        .map(account -> Frame.of("settings_updated", account.preferences()))
        .ifPresent(frame -> events.forEach(event -> frames.put(event.seq(), frame)));
    return frames;
  }

  @Override
  public void sync(Transaction transaction, UUID viewer, List<FeedEvent> events, SyncPage page) {
    accounts.find(viewer).ifPresent(account -> page.settings(account.preferences()));
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page) {
    if (after == null) {
      sync(transaction, viewer, List.of(), page);
    }
    return null;
  }
}
