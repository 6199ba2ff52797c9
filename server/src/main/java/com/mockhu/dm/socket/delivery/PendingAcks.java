package com.mockhu.dm.socket.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Messages that one socket has sent and that are not acknowledged, with their references as JSON.
 */
public final class PendingAcks {
  /** Null while empty, to save memory in idle sockets. */
  private Map<UUID, String> references;

  /** {@code ref} is null where the client gave none. */
  public synchronized void add(UUID messageId, String ref) {
    references = references == null ? new HashMap<>(4) : references;
    references.put(messageId, ref == null ? "" : ref);
  }

  /** Its reference, empty where the client gave none; null for other messages. */
  public synchronized String take(UUID messageId) {
    if (messageId == null || references == null) {
      return null;
    }
    String ref = references.remove(messageId);
    references = references.isEmpty() ? null : references;
    return ref;
  }
}
