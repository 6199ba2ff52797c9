package com.mockhu.dm.feed.log;

import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.platform.metric.Meters;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The account feed. Features append events inside their own transaction. After its commit the
 * events are offered to the subscribers at this server, and other servers get a hint.
 */
public final class Feed implements AutoCloseable {
  private final FeedSql sql = new FeedSql();
  private final Subscribers subscribers;
  private final Hints hints;
  private final FeedMeters meters = new FeedMeters();
  private final ExecutorService publisher = publisher();

  public Feed(Subscribers subscribers, Hints hints) {
    this.subscribers = subscribers;
    this.hints = hints;
    hints.on(Hint.NewEvents.class, news -> remind(news.userId(), news.head()));
  }

  /** One thread keeps the order of commits, and frees the committing thread from encoding. */
  private static ExecutorService publisher() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("publisher").factory(),
        // After the stop all sockets are closed, and their clients resume at another server.
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Locks the accounts' heads. Call it last: no other lock may be taken after it. */
  public Appended append(Transaction transaction, FeedBatch batch) throws SQLException {
    if (batch.isEmpty()) {
      return new Appended(Map.of());
    }
    Appended appended = sql.append(transaction, batch);
    transaction.afterCommit(() -> publishSoon(batch, appended));
    return appended;
  }

  private void publishSoon(FeedBatch batch, Appended appended) {
    long committedAt = System.nanoTime();
    meters.committed();
    publisher.execute(
        () -> {
          publish(batch, appended);
          meters.published(committedAt);
        });
  }

  public void addMeters(Meters all) {
    meters.addTo(all);
  }

  /**
   * Offers the accounts' newest events again, at every server: an earlier transaction, whose
   * outcome was unknown, may have committed them without publishing.
   */
  public void remind(Transaction transaction, Collection<UUID> users) throws SQLException {
    Map<UUID, Long> heads = sql.heads(transaction, users);
    transaction.afterCommit(() -> publisher.execute(() -> heads.forEach(this::remindAll)));
  }

  private void remindAll(UUID userId, long head) {
    hints.tellAll(new Hint.NewEvents(userId, head));
  }

  private void remind(UUID userId, long head) {
    subscribers.of(userId).forEach(one -> one.offer(head, null, null));
  }

  /** Totals as of the last commit; zero for a deleted account. */
  public Badge badge(Transaction transaction, UUID userId) throws SQLException {
    return sql.head(transaction, userId).map(Head::badge).orElse(Badge.NONE);
  }

  private void publish(FeedBatch batch, Appended appended) {
    DeliveryTiming timing = new DeliveryTiming();
    for (FeedBatch.Lines account : batch.accounts()) {
      List<Subscriber> waiting = subscribers.of(account.userId);
      for (int i = 0; i < account.entries.size() && !waiting.isEmpty(); i++) {
        FeedBatch.Entry entry = account.entries.get(i);
        long seq = appended.seq(account.userId, i + 1);
        Frame live = frame(entry);
        for (Subscriber one : waiting) {
          Executor writing = one.offer(seq, entry.subjectId(), live);
          if (writing != null && entry.live() instanceof TimedFrame timed) {
            timing.add(writing, timed.since());
          }
        }
      }
      tellOthers(account, appended);
    }
    timing.measure(meters.latencies);
  }

  private void tellOthers(FeedBatch.Lines account, Appended appended) {
    long head = appended.seq(account.userId, account.entries.size());
    if (head > 0 && !account.entries.isEmpty()) {
      hints.tellOthers(new Hint.NewEvents(account.userId, head));
    }
  }

  /** Null when the frame cannot be made now: sockets then read the event from the database. */
  private static Frame frame(FeedBatch.Entry entry) {
    try {
      return entry.frame();
    } catch (RuntimeException e) {
      Faults.log("Publishing events", e);
      return null;
    }
  }

  /** The subjects of the account's events of one kind, after {@code from} up to {@code to}. */
  public List<UUID> subjects(Transaction transaction, UUID userId, short kind, long from, long to)
      throws SQLException {
    return sql.subjects(transaction, userId, kind, from, to);
  }

  /** The number of each account's newest event. */
  public Map<UUID, Long> heads(Transaction transaction, Collection<UUID> users)
      throws SQLException {
    return sql.heads(transaction, users);
  }

  @Override
  public void close() {
    publisher.shutdown();
    try {
      publisher.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
