package com.mockhu.dm.app.start;

import com.mockhu.dm.platform.StartupException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that a start has brought up so far. Closing stops them in reverse order, from any
 * thread: after a failed start, or at a signal during one.
 */
public final class StartedParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);

  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean isClosed;

  private record Part(String name, AutoCloseable closing) {}

  /**
   * Notes that {@code part} runs.
   *
   * @throws StartupException when the start was given up meanwhile; the part is stopped then
   */
  public void add(String name, AutoCloseable part) {
    if (!note(new Part(name, part))) {
      stop(new Part(name, part));
      throw givenUp();
    }
  }

  /** From now on {@code whole} stops all that was added before. */
  public void handOver(String name, AutoCloseable whole) {
    synchronized (this) {
      if (!isClosed) {
        parts.clear();
        parts.add(new Part(name, whole));
        return;
      }
    }
    throw givenUp();
  }

  /** Whether the start was given up. */
  public synchronized boolean isClosed() {
    return isClosed;
  }

  private synchronized boolean note(Part part) {
    return !isClosed && parts.add(part);
  }

  private static StartupException givenUp() {
    return new StartupException("The server was told to stop before it was ready.");
  }

  private synchronized Part next() {
    isClosed = true;
    return parts.pollLast();
  }

  /** A part that fails to stop does not keep the others running. */
  @Override
  public void close() {
    for (Part part = next(); part != null; part = next()) {
      stop(part);
    }
  }

  private static void stop(Part part) {
    try {
      part.closing.close();
    } catch (Exception | Error e) {
      LOG.warn("{} could not be stopped in order: {}", part.name, e.toString());
    }
  }
}
