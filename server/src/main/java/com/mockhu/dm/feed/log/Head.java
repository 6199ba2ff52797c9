package com.mockhu.dm.feed.log;

import java.util.Optional;

/**
 * Where an account's feed stands.
 *
 * @param epoch random per account and database
 * @param head number of the newest event
 * @param floor number of the newest event that is no longer kept
 */
public record Head(long epoch, long head, long floor, Badge badge) {

  /** The present, as a cursor. */
  public Cursor cursor() {
    return Cursor.at(epoch, head);
  }

  /** Empty for a cursor of another account or database, or from before what is kept. */
  public Optional<Cursor> resumable(String text) {
    return Cursor.parse(text)
        .filter(cursor -> cursor.epoch() == epoch)
        .filter(cursor -> cursor.seq() >= floor && cursor.seq() <= head);
  }
}
