package com.mockhu.dm.identity.session;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners of all features, called in the order of registration. */
public final class SessionListeners {
  private final List<SessionListener> all = new CopyOnWriteArrayList<>();

  /** Called at the start, before requests come in. */
  public void add(SessionListener listener) {
    all.add(listener);
  }

  void signedOut(UUID userId, UUID sessionId) {
    all.forEach(listener -> listener.signedOut(userId, sessionId));
  }

  void signedOutElsewhere(UUID userId, UUID kept) {
    all.forEach(listener -> listener.signedOutElsewhere(userId, kept));
  }
}
