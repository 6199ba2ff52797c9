package com.mockhu.dm.feed.bus;

import java.util.function.Consumer;

/**
 * Carries hints to the other servers. Every implementation passes {@code BusContract}.
 *
 * <p>A hint may be lost, doubled or late. Those of one server that do arrive were told in that
 * order.
 */
public interface Bus extends AutoCloseable {

  /** To every server but this one. Never blocks and never fails; without effect once closed. */
  void tell(Hint hint);

  /**
   * What to do with the hints of others; one at a time. A listener that is slow loses hints and
   * delays nobody else.
   */
  void listen(Consumer<Hint> listener);

  @Override
  void close();
}
