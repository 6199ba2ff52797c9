package com.mockhu.dm.chaos.client.device;

import com.mockhu.dm.chaos.history.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The next operation of a device.
 *
 * @param key makes a repeated send idempotent, or null
 * @param files uploads attached to a send
 */
record PlannedOperation(
    Operation.Kind kind, String conversation, String subject, String key, List<String> files) {

  boolean isRepeatable() {
    return key != null;
  }

  /** The JSON of a send; {@code more} contains the additional members of a frame. */
  Map<String, Object> body(Map<String, Object> more) {
    Map<String, Object> body = new TreeMap<>(more);
    body.put("message_type", files.isEmpty() ? "text" : "file");
    body.put("content", subject);
    if (key != null) {
      body.put("client_message_id", key);
    }
    if (!files.isEmpty()) {
      body.put("attachments", files.stream().map(id -> Map.of("id", id)).toList());
    }
    return body;
  }
}
