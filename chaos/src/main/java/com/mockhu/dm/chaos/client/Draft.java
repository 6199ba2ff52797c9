package com.mockhu.dm.chaos.client;

import com.mockhu.dm.chaos.history.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something a device is about to try.
 *
 * @param key makes a send safe to repeat, or null
 * @param files uploads that go with a send
 */
record Draft(
    Operation.Kind kind, String conversation, String subject, String key, List<String> files) {

  boolean isRepeatable() {
    return key != null;
  }

  /** A send's JSON; {@code more} joins what a frame has besides. */
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
