package com.mockhu.dm.feed.bus;

import com.mockhu.dm.platform.error.Faults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes each hint of this and other servers to the features that listen for its type. */
public final class Hints implements AutoCloseable {
  private final Bus bus;
  private final Map<Class<?>, List<Consumer<Hint>>> listeners = new ConcurrentHashMap<>();

  public Hints(Bus bus) {
    this.bus = bus;
    bus.listen(this::tellHere);
  }

  /**
   * {@code listener} must not block: it runs on the thread that sends the hint, often after a
   * commit.
   */
  public <H extends Hint> void on(Class<H> kind, Consumer<H> listener) {
    listeners
        .computeIfAbsent(kind, any -> new CopyOnWriteArrayList<>())
        .add(hint -> listener.accept(kind.cast(hint)));
  }

  /** Calls the listeners of this server on this thread, and sends the hint to the others. */
  public void tellAll(Hint hint) {
    tellOthers(hint);
    tellHere(hint);
  }

  /** Sends the hint to the other servers only. */
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
