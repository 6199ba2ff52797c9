package com.mockhu.dm.feed;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The flat frames of the protocol itself (behaviour §7). */
final class Frames {
  private Frames() {}

  record Hello(String type, String connectionId, int heartbeatSeconds, String cursor) {}

  /** {@code ref} and {@code message} are JSON. */
  static String ack(String ref, String cursor, String message) {
    StringBuilder json = new StringBuilder(message.length() + 160).append("{\"type\":\"ack\"");
    if (ref != null) {
      json.append(",\"ref\":").append(ref);
    }
    if (cursor != null) {
      json.append(",\"cursor\":\"").append(cursor).append('"');
    }
    String key = clientMessageId(message);
    json.append(",\"client_message_id\":").append(key).append(",\"message\":").append(message);
    return json.append('}').toString();
  }

  /** Lifted from the message itself, which its sender sees with it; JSON {@code null} if none. */
  private static String clientMessageId(String message) {
    String name = "\"client_message_id\":";
    int start = message.indexOf(name);
    if (start < 0) {
      return "null";
    }
    int value = start + name.length();
    return message.charAt(value) == '"' ? message.substring(value, value + 38) : "null";
  }

  static String error(String ref, ApiException failure) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "error");
    frame.put("code", failure.code().code());
    frame.put("message", failure.getMessage());
    if (failure.retryAfter() > 0) {
      frame.put("retry_after", failure.retryAfter());
    }
    if (failure.details().containsKey("reason")) {
      frame.put("details", failure.details());
    }
    String json = Json.text(frame);
    return ref == null ? json : "{\"ref\":" + ref + "," + json.substring(1);
  }

  /** {@code ref} is JSON, or null. */
  static String at(String type, String ref, String cursor) {
    String json = "{\"type\":\"" + type + "\",\"cursor\":\"" + cursor + "\"";
    return ref == null ? json + "}" : json + ",\"ref\":" + ref + "}";
  }

  static String authenticated(String ref) {
    return ref == null
        ? "{\"type\":\"authenticated\"}"
        : "{\"type\":\"authenticated\",\"ref\":" + ref + "}";
  }

  /** {@code retryAfter} in seconds. */
  static String goingAway(int retryAfter) {
    return "{\"type\":\"going_away\",\"retry_after\":" + retryAfter + "}";
  }

  /** Confirms a frame whose effect is not a message. */
  static String done(String ref) {
    return "{\"type\":\"ack\",\"ref\":" + ref + "}";
  }

  static String pong(String ref) {
    return ref == null ? "{\"type\":\"pong\"}" : "{\"type\":\"pong\",\"ref\":" + ref + "}";
  }
}
