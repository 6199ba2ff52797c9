package com.mockhu.dm.support.raw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a database that can be shut, or swallow everything, while both ends stay as they are.
 */
public final class Gate implements AutoCloseable {
  private enum State {
    OPEN,
    SHUT,
    SWALLOWING
  }

  private final ServerSocket door;
  private final List<java.net.Socket> lines = new CopyOnWriteArrayList<>();
  private volatile int target;
  private volatile State state = State.OPEN;

  public Gate(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::receive);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Cuts every line and takes no new one. */
  public void shut() {
    state = State.SHUT;
    cut();
  }

  /** Takes lines, and lets nothing through: as a machine that lost its power does. */
  public void swallow() {
    state = State.SWALLOWING;
  }

  public void open(int newTarget) {
    target = newTarget;
    if (state == State.SWALLOWING) {
      cut();
    }
    state = State.OPEN;
  }

  private void cut() {
    lines.forEach(Gate::end);
    lines.clear();
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        java.net.Socket client = door.accept();
        lines.add(client);
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        end(null);
      }
    }
  }

  private void connect(java.net.Socket client) {
    if (state == State.SWALLOWING) {
      return;
    }
    try {
      if (state == State.SHUT) {
        throw new IOException("shut");
      }
      java.net.Socket server = new java.net.Socket(InetAddress.getLoopbackAddress(), target);
      lines.add(server);
      Thread.ofVirtual().start(() -> copy(client, server));
      copy(server, client);
    } catch (IOException e) {
      end(client);
    }
  }

  private void copy(java.net.Socket from, java.net.Socket to) {
    byte[] buffer = new byte[8192];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        if (state != State.SWALLOWING) {
          to.getOutputStream().write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      end(from);
    }
    end(from);
    end(to);
  }

  private static void end(java.net.Socket line) {
    try {
      if (line != null) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
