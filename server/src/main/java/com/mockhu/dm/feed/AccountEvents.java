package com.mockhu.dm.feed;

import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.FeedSql;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.EventView;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountPreferences;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens and removes an account's feed with the account, and appends changes of its settings. */
final class AccountEvents implements AccountListener, EventSource, Snapshot {
  private static final short SETTINGS_CHANGED = 1;
  static final SyncSection.Single SETTINGS = new SyncSection.Single("settings");

  private final FeedSql sql = new FeedSql();
  private final Feed feed;
  private final Accounts accounts;

  AccountEvents(Feed feed, Accounts accounts) {
    this.feed = feed;
    this.accounts = accounts;
  }

  @Override
  public AccountStage stage() {
    return AccountStage.FEED;
  }

  @Override
  public void created(Transaction transaction, Collection<UUID> users) throws SQLException {
    sql.open(transaction, users);
  }

  @Override
  public void preferencesChanged(Transaction transaction, UUID userId) throws SQLException {
    FeedBatch batch = FeedBatch.empty();
    batch.add(userId, SETTINGS_CHANGED, null, null);
    feed.append(transaction, batch);
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    sql.remove(transaction, userId);
  }

  /** An account's own settings. */
  private record Settings(AccountPreferences preferences) implements EventView {
    @Override
    public Frame frame() {
      return Frame.of("settings_updated", preferences);
    }

    @Override
    public void addTo(SyncPage page) {
      page.set(SETTINGS, preferences);
    }
  }

  private Optional<Settings> settings(UUID viewer) {
    return accounts.find(viewer).map(account -> new Settings(account.preferences()));
  }

  @Override
  public Set<Short> kinds() {
    return Set.of(SETTINGS_CHANGED);
  }

  @Override
  public Map<Long, EventView> views(Transaction transaction, UUID viewer, List<FeedEvent> events) {
    Map<Long, EventView> views = new HashMap<>();
    settings(viewer).ifPresent(view -> events.forEach(event -> views.put(event.seq(), view)));
    return views;
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page) {
    if (after == null) {
      settings(viewer).ifPresent(view -> view.addTo(page));
    }
    return null;
  }
}
