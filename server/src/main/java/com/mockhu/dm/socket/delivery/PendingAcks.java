package com.mockhu.dm.socket.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Messages that one socket has sent and not yet seen stored, each with its reference as JSON. */
public final class PendingAcks {
  /** Null while nothing is awaited, as at rest. */
  private Map<UUID, String> references;

  /** {@code ref} is null where the client gave none. */
  public synchronized void add(UUID messageId, String ref) {
    references = references == null ? new HashMap<>(4) : references;
    references.put(messageId, ref == null ? "" : ref);
  }

  /** Its reference, empty where the client gave none; null for what is not awaited. */
  public synchronized String take(UUID messageId) {
    if (messageId == null || references == null) {
      return null;
    }
    String ref = references.remove(messageId);
    references = references.isEmpty() ? null : references;
    return ref;
  }
}
