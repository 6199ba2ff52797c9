package com.mockhu.dm.platform.batch;

import com.mockhu.dm.support.time.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A store that can be held up, refuses negative numbers, and breaks down when told. */
final class Shelf implements BatchWriter.Store<Integer, String> {
  static final IllegalArgumentException DISGUST = new IllegalArgumentException("poison");

  private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
  private final CountDownLatch visited = new CountDownLatch(1);
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile RuntimeException fault;
  private volatile int faultAfter;
  private volatile int visits;

  @Override
  public List<String> all(List<Integer> commands) {
    visited.countDown();
    Together.await(gate);
    // One thread calls this, so nothing is lost between reading and writing.
    int visit = visits + 1;
    visits = visit;
    if (fault != null && visit > faultAfter) {
      throw fault;
    }
    if (commands.stream().anyMatch(number -> number < 0)) {
      throw DISGUST;
    }
    batches.add(List.copyOf(commands));
    return commands.stream().map(number -> "stored " + number).toList();
  }

  void hold() {
    gate = new CountDownLatch(1);
  }

  void letGo() {
    gate.countDown();
  }

  /** Returns when the first batch is with the store. */
  void awaitVisitor() {
    Together.await(visited);
  }

  void breakDown(RuntimeException reason) {
    breakDownAfter(0, reason);
  }

  /** {@code reason}: null for a repair. */
  void breakDownAfter(int goodVisits, RuntimeException reason) {
    faultAfter = goodVisits;
    fault = reason;
  }

  int visits() {
    return visits;
  }

  List<List<Integer>> batches() {
    return List.copyOf(batches);
  }

  List<Integer> stored() {
    List<Integer> all = new ArrayList<>();
    batches.forEach(all::addAll);
    return all;
  }
}
