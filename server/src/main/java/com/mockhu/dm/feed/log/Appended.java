package com.mockhu.dm.feed.log;

import java.util.Map;
import java.util.UUID;

/** The numbers that the events of a batch got in each account's feed. */
public final class Appended {
  /**
   * The account's head before the batch, read under its lock.
   *
   * @param latestConversation the batch's latest, if it was first in the inbox already
   */
  record Before(long head, UUID latestConversation) {}

  private final Map<UUID, Before> accounts;

  Appended(Map<UUID, Before> accounts) {
    this.accounts = accounts;
  }

  /**
   * The number of the {@code place}-th event of this batch for the account; 0 if the account is
   * deleted.
   */
  public long seq(UUID userId, int place) {
    Before before = accounts.get(userId);
    return before == null ? 0 : before.head + place;
  }

  /** Whether the conversation was on top of the account's inbox before this batch. */
  public boolean wasOnTop(UUID userId, UUID conversationId) {
    Before before = accounts.get(userId);
    return before != null && conversationId.equals(before.latestConversation);
  }
}
