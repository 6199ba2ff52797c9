package com.mockhu.dm.bench.talk;

import com.mockhu.dm.bench.wire.FieldScanner;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** One event loop and all that only its thread touches. */
public final class Lane {
  public final FieldScanner type = new FieldScanner("type");
  public final FieldScanner ref = new FieldScanner("ref");
  public final FieldScanner content = new FieldScanner("content");
  final FieldScanner code = new FieldScanner("code");
  public Tally tally = new Tally();
  public boolean isSending;

  private final EventLoop loop;

  public Lane(EventLoop loop) {
    this.loop = loop;
  }

  public EventLoop loop() {
    return loop;
  }

  /** Returns the counters and starts new ones. */
  Tally cut() {
    return call(
        () -> {
          Tally finished = tally;
          tally = new Tally();
          return finished;
        });
  }

  /** Runs on the loop and waits for it. */
  public <T> T call(Callable<T> work) {
    return call(loop, work);
  }

  /** Runs on {@code loop} and waits for it. */
  public static <T> T call(EventLoop loop, Callable<T> work) {
    try {
      return loop.submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The event loop failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
