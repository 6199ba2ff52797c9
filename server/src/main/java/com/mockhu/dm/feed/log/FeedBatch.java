package com.mockhu.dm.feed.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** The events and totals that one transaction adds to feeds, collected to be written at once. */
public final class FeedBatch {
  /** Writers of batches lock heads in this order, which is PostgreSQL's order of uuid. */
  public static final Comparator<UUID> LOCK_ORDER =
      (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
      };

  private final TreeMap<UUID, Lines> accounts = new TreeMap<>(LOCK_ORDER);

  private FeedBatch() {}

  public static FeedBatch empty() {
    return new FeedBatch();
  }

  /** The additions for one account. */
  static final class Lines {
    final UUID userId;
    final List<Entry> entries = new ArrayList<>();
    Badge badge = Badge.NONE;
    UUID latestConversation;

    Lines(UUID userId) {
      this.userId = userId;
    }
  }

  /** One event; without {@code live}, sockets read it from the database. */
  record Entry(
      short kind, UUID conversationId, UUID subjectId, Long firstSeq, Supplier<Frame> live) {

    Frame frame() {
      return live == null ? null : live.get();
    }
  }

  /**
   * {@code live} is called only when the account has subscribers here.
   *
   * @return the event's place within this batch and account, from 1
   */
  public int add(
      UUID userId, short kind, UUID conversationId, UUID subjectId, Supplier<Frame> live) {
    return add(userId, new Entry(kind, conversationId, subjectId, null, live));
  }

  private int add(UUID userId, Entry entry) {
    List<Entry> entries = lines(userId).entries;
    entries.add(entry);
    return entries.size();
  }

  public int add(UUID userId, short kind, UUID conversationId, UUID subjectId) {
    return add(userId, kind, conversationId, subjectId, null);
  }

  /**
   * As the other, for an event about the messages from {@code firstSeq} to the subject; null where
   * it is about the subject alone.
   */
  public int add(
      UUID userId,
      short kind,
      UUID conversationId,
      UUID subjectId,
      Long firstSeq,
      Supplier<Frame> live) {
    return add(userId, new Entry(kind, conversationId, subjectId, firstSeq, live));
  }

  public void count(UUID userId, Badge difference) {
    Lines lines = lines(userId);
    lines.badge = lines.badge.plus(difference);
  }

  /** Sets the conversation that is first in the account's inbox. */
  public void top(UUID userId, UUID conversationId) {
    lines(userId).latestConversation = conversationId;
  }

  boolean isEmpty() {
    return accounts.isEmpty();
  }

  List<Lines> accounts() {
    return List.copyOf(accounts.values());
  }

  private Lines lines(UUID userId) {
    return accounts.computeIfAbsent(userId, Lines::new);
  }
}
