package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.FrameDocument;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.time.Patience;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The frames of one socket, in order, and the code that it was closed with.
 *
 * <p>It listens to the WebSocket itself, where the client's {@code FrameSocket} gives one frame
 * after the other: tests take frames in any order, count all of them and look at their bytes.
 */
final class Frames implements WebSocket.Listener {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<JsonNode> all = new ArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final BitSet taken = new BitSet();
  private final AtomicReference<AssertionError> fault = new AtomicReference<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      add(partial.toString());
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
    throw new AssertionError("The server sent bytes");
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    signal(() -> {});
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    closed.complete(1006);
    signal(() -> {});
  }

  private void add(String text) {
    JsonNode frame = Json.tree(text);
    texts.add(text);
    check(frame);
    signal(
        () -> {
          all.add(frame);
        });
  }

  /** Frames arrive on the client's own thread, where an error would be lost: it is kept. */
  private void check(JsonNode frame) {
    try {
      FrameDocument.check(frame);
    } catch (AssertionError e) {
      fault.compareAndSet(null, e);
    }
  }

  private void signal(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a frame that was not taken yet, and takes it. */
  JsonNode take(String what, Predicate<JsonNode> condition) {
    lock.lock();
    try {
      long left = Patience.LONGEST.toNanos();
      int found = find(0, condition);
      while (found == all.size() && left > 0 && !closed.isDone()) {
        left = changed.awaitNanos(left);
        found = find(found, condition);
      }
      if (found == all.size()) {
        throw missing(what);
      }
      taken.set(found);
      requireNoFault();
      return all.get(found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      lock.unlock();
    }
  }

  /** The place of the first from there on, or that of the next to come. */
  private int find(int from, Predicate<JsonNode> condition) {
    int at = taken.nextClearBit(from);
    while (at < all.size() && !condition.test(all.get(at))) {
      at = taken.nextClearBit(at + 1);
    }
    return Math.min(at, all.size());
  }

  private AssertionError missing(String what) {
    return new AssertionError(
        "No "
            + what
            + " came"
            + (closed.isDone() ? " before the close " + closed.join() : "")
            + "; these did: "
            + all);
  }

  private void requireNoFault() {
    if (fault.get() != null) {
      throw new AssertionError(fault.get());
    }
  }

  List<JsonNode> all() {
    lock.lock();
    try {
      return List.copyOf(all);
    } finally {
      lock.unlock();
    }
  }

  List<JsonNode> untaken() {
    lock.lock();
    try {
      return IntStream.range(0, all.size()).filter(i -> !taken.get(i)).mapToObj(all::get).toList();
    } finally {
      lock.unlock();
    }
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  int closeCode() {
    return closed.orTimeout(Patience.LONGEST.multipliedBy(2).toSeconds(), TimeUnit.SECONDS).join();
  }
}
