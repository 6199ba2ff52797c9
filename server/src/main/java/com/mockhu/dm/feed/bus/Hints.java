package com.mockhu.dm.feed.bus;

import com.mockhu.dm.platform.error.Faults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands each hint to the features that asked for its kind, whether this server or another told it.
 */
public final class Hints implements AutoCloseable {
  private final Bus bus;
  private final Map<Class<?>, List<Consumer<Hint>>> listeners = new ConcurrentHashMap<>();

  public Hints(Bus bus) {
    this.bus = bus;
    bus.listen(this::tellHere);
  }

  /** {@code listener} must not block: it runs where the hint is told, after a commit perhaps. */
  public <H extends Hint> void on(Class<H> kind, Consumer<H> listener) {
    listeners
        .computeIfAbsent(kind, any -> new CopyOnWriteArrayList<>())
        .add(hint -> listener.accept(kind.cast(hint)));
  }

  /** To this server at once, on this thread, and to the others as the bus can. */
  public void tellAll(Hint hint) {
    tellOthers(hint);
    tellHere(hint);
  }

  /** For what this server has done already. */
  public void tellOthers(Hint hint) {
    bus.tell(hint);
  }

  public void tellHere(Hint hint) {
    for (Consumer<Hint> listener : listeners.getOrDefault(hint.getClass(), List.of())) {
      hear(listener, hint);
    }
  }

  private static void hear(Consumer<Hint> listener, Hint hint) {
    try {
      listener.accept(hint);
    } catch (RuntimeException e) {
      Faults.log("A listener of hints", e);
    }
  }

  @Override
  public void close() {
    bus.close();
  }
}
