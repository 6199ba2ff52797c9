package com.mockhu.dm.conversation.profile;

import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.people.search.Visibility;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.Faults;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Appends changes of profiles to the feeds of people who share a conversation with the person. The
 * change itself only stores a note; several changes in a row become one event.
 */
public final class ProfileChanges implements AccountListener, AutoCloseable {
  /** People whose name or picture has changed. */
  public static final SyncSection.States SECTION = new SyncSection.States("users");

  /** Events a transaction: few enough that no account's feed stays locked noticeably. */
  private static final int MOST_EVENTS = 250;

  private static final int MOST_PEOPLE = 50;

  /** Finds notes of servers that stopped before they appended the events. */
  private static final long EVERY_SECONDS = 10;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Database database;
  private final Feed feed;
  private final Accounts accounts;
  private final Visibility visibility;
  private final AtomicBoolean isAwake = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("profile-changes").factory());

  public ProfileChanges(Database database, Feed feed, Accounts accounts, Visibility visibility) {
    this.database = database;
    this.feed = feed;
    this.accounts = accounts;
    this.visibility = visibility;
    thread.scheduleWithFixedDelay(this::tellAll, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  public EventSource events() {
    return new ProfileEvents(accounts, visibility);
  }

  @Override
  public AccountStage stage() {
    return AccountStage.OWN_ROWS;
  }

  @Override
  public void profilesChanged(Transaction transaction, Collection<UUID> users) throws SQLException {
    ProfileSql.note(transaction, users);
    transaction.afterCommit(this::wake);
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    ProfileSql.remove(transaction, userId);
  }

  private void wake() {
    if (!thread.isShutdown() && isAwake.compareAndSet(false, true)) {
      thread.execute(this::tellAll);
    }
  }

  private void tellAll() {
    isAwake.set(false);
    try {
      while (!thread.isShutdown() && database.transaction(this::tellSome)) {
        // One transaction after the other, so that senders get at the feeds in between.
      }
    } catch (RuntimeException e) {
      // The notes stay, and the next round finds them.
      Faults.log("Appending changes of profiles", e);
    }
  }

  /** False when no note is left that this server could take. */
  private boolean tellSome(Transaction transaction) throws SQLException {
    List<ProfileSql.Pending> some = ProfileSql.claim(transaction, MOST_PEOPLE);
    Map<UUID, UserView> users =
        accounts.present(transaction, some.stream().map(ProfileSql.Pending::userId).toList());
    FeedBatch batch = FeedBatch.empty();
    int left = MOST_EVENTS;
    for (ProfileSql.Pending pending : some) {
      if (left > 0) {
        left -= tell(transaction, batch, pending, users.get(pending.userId()), left);
      }
    }
    feed.append(transaction, batch);
    return !some.isEmpty();
  }

  /** Returns how many conversations were looked at, and at least one. */
  private static int tell(
      Transaction transaction, FeedBatch batch, ProfileSql.Pending pending, UserView user, int most)
      throws SQLException {
    UUID after = pending.toldUpTo();
    List<ProfileSql.Partner> partners =
        ProfileSql.partners(
            transaction, pending.userId(), after == null ? BEFORE_ALL : after, most);
    if (user != null) {
      add(batch, user, partners, after == null);
    }
    if (partners.size() < most) {
      ProfileSql.remove(transaction, pending.userId());
    } else {
      ProfileSql.advance(transaction, pending.userId(), partners.getLast().conversationId());
    }
    return Math.max(1, partners.size());
  }

  /** The person's own devices come first. */
  private static void add(
      FeedBatch batch, UserView user, List<ProfileSql.Partner> partners, boolean isFirst) {
    var frame = ProfileEvents.view(user).frame();
    if (isFirst) {
      batch.add(user.id(), ProfileEvents.CHANGED, null, user.id(), () -> frame);
    }
    for (ProfileSql.Partner partner : partners) {
      if (partner.isTold()) {
        batch.add(partner.userId(), ProfileEvents.CHANGED, null, user.id(), () -> frame);
      }
    }
  }

  /** What was begun is finished. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
