package com.mockhu.dm.chaos.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A TCP line that can be cut, reset, slowed, closed by half or made deaf in one direction.
 *
 * <p>Our own, because no JVM library for it could be had: the one that is known for it is not on
 * Maven Central, and the others are clients of a program in another language.
 */
public final class Proxy implements AutoCloseable {
  private static final int WAITING = 300;

  private final ServerSocket door;
  private final int target;
  private final Set<ProxyLine> lines = ConcurrentHashMap.newKeySet();
  private volatile boolean isShut;
  private volatile Direction requests = Direction.PASSING;
  private volatile Direction answers = Direction.PASSING;

  Proxy(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("proxy").start(this::receive);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Every line ends, and no new one lives. */
  public void cut() {
    isShut = true;
    each(ProxyLine::end);
  }

  /** Every line ends with a TCP reset; new ones are taken. */
  public void reset() {
    each(ProxyLine::reset);
  }

  /** The connecting side sees the end of the stream while its own data still arrives. */
  public void closeHalf() {
    each(ProxyLine::closeHalf);
  }

  /** From now on, on all lines. */
  public void set(Direction toTarget, Direction fromTarget) {
    requests = toTarget;
    answers = fromTarget;
  }

  /** As at the beginning. Lines that lost bytes can't go on and are ended. */
  public void mend() {
    boolean hasLostBytes = requests == Direction.SWALLOWED || answers == Direction.SWALLOWED;
    set(Direction.PASSING, Direction.PASSING);
    isShut = false;
    if (hasLostBytes) {
      each(ProxyLine::end);
    }
  }

  Direction direction(boolean isRequest) {
    return isRequest ? requests : answers;
  }

  void forget(ProxyLine line) {
    lines.remove(line);
  }

  private void each(Consumer<ProxyLine> action) {
    lines.forEach(action);
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // The door was closed, which the loop sees.
        continue;
      }
    }
  }

  private void connect(Socket client) throws IOException {
    if (isShut) {
      client.close();
      return;
    }
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                ProxyLine line = new ProxyLine(this, client, server);
                lines.add(line);
                line.start();
              } catch (IOException e) {
                ProxyLine.close(client);
              }
            });
  }

  @Override
  public void close() throws IOException {
    door.close();
    each(ProxyLine::end);
  }
}
