package com.mockhu.dm.socket.connection;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Features that want to know when people come and go. */
public final class SocketListeners {
  private final List<Listener> all = new CopyOnWriteArrayList<>();

  /** Called on virtual threads; may block. */
  public interface Listener {
    void opened(UUID userId);

    /** No socket of the account is left on this node. */
    void lastClosed(UUID userId);
  }

  public void add(Listener listener) {
    all.add(listener);
  }

  void opened(UUID userId) {
    all.forEach(listener -> listener.opened(userId));
  }

  void lastClosed(UUID userId) {
    all.forEach(listener -> listener.lastClosed(userId));
  }
}
