package com.mockhu.dm.chaos.history;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** Records the observations of the clients of a round. */
public final class Recorder {
  private final long began = System.nanoTime();
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
  private final Queue<Sight> sights = new ConcurrentLinkedQueue<>();
  private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();

  /** Nanoseconds since the round began. */
  public long now() {
    return System.nanoTime() - began;
  }

  public void add(Operation operation) {
    operations.add(operation);
  }

  public void add(Sight sight) {
    sights.add(sight);
  }

  public void trouble(Trouble.Kind kind, String what) {
    troubles.add(new Trouble(kind, what, now()));
  }

  public boolean has(Predicate<Operation> wanted) {
    return operations.stream().anyMatch(wanted);
  }

  public History history() {
    return new History(List.copyOf(operations), List.copyOf(sights), List.copyOf(troubles));
  }
}
