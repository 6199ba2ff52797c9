package com.mockhu.dm.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Messages that one socket has sent and not yet seen stored, each with its reference as JSON. */
final class Awaited {
  /** Null while nothing is awaited, as at rest. */
  private Map<UUID, String> references;

  /** {@code ref} is null where the client gave none. */
  synchronized void add(UUID messageId, String ref) {
    references = references == null ? new HashMap<>(4) : references;
    references.put(messageId, ref == null ? "" : ref);
  }

  /** Its reference, empty where the client gave none; null for what is not awaited. */
  synchronized String take(UUID messageId) {
    if (messageId == null || references == null) {
      return null;
    }
    String ref = references.remove(messageId);
    references = references.isEmpty() ? null : references;
    return ref;
  }
}
