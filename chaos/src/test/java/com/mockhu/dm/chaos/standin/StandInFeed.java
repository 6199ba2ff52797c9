package com.mockhu.dm.chaos.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One person's log: which message changed, at which position. */
final class StandInFeed {
  record Event(long position, StandInMessage message) {}

  private final List<Event> events = new ArrayList<>();
  private final List<Consumer<Event>> listeners = new ArrayList<>();
  private long begun;

  /** The position of a change that begins now. */
  long begin() {
    return ++begun;
  }

  void commit(long position, StandInMessage message) {
    Event event = new Event(position, message);
    events.add(event);
    List.copyOf(listeners).forEach(each -> each.accept(event));
  }

  List<Event> after(long cursor) {
    return events.stream().filter(each -> each.position() > cursor).toList();
  }

  long newest() {
    return events.stream().mapToLong(Event::position).max().orElse(0);
  }

  void listen(Consumer<Event> listener) {
    listeners.add(listener);
  }

  void forget(Consumer<Event> listener) {
    listeners.remove(listener);
  }
}
