package com.mockhu.dm.feed.bus;

import java.util.function.Consumer;

/**
 * Carries hints to the other servers. Every implementation passes {@code BusContract}.
 *
 * <p>A hint may be lost, doubled or late. Hints of one server arrive in the order in which they
 * were sent.
 */
public interface Bus extends AutoCloseable {

  /** Sends to every other server. Never blocks and never fails; without effect after the close. */
  void tell(Hint hint);

  /**
   * Sets the listener for hints of other servers; called with one at a time. A slow listener loses
   * hints and delays no other server.
   */
  void listen(Consumer<Hint> listener);

  @Override
  void close();
}
