package com.mockhu.dm.platform.limit;

/**
 * Counts what one subject does at once, wherever the counts may live. Every implementation passes
 * {@code SlotsContract}.
 */
public interface Slots {

  /**
   * Takes a place; false when {@code most} are taken.
   *
   * @param name what is counted, as clients know the limit
   */
  boolean take(String name, Object subject, int most);

  /** To be called once for each place that was taken. */
  void giveBack(String name, Object subject);
}
