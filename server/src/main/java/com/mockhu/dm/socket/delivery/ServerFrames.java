package com.mockhu.dm.socket.delivery;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The flat frames of the protocol itself (behaviour §7). */
public final class ServerFrames {
  private ServerFrames() {}

  public record Hello(String type, String connectionId, int heartbeatSeconds, String cursor) {}

  /** {@code ref} and {@code message} are JSON. */
  public static String ack(String ref, String cursor, String message) {
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

  /** Cut out of the message, which contains it for its sender; JSON {@code null} without one. */
  private static String clientMessageId(String message) {
    String name = "\"client_message_id\":";
    int start = message.indexOf(name);
    if (start < 0) {
      return "null";
    }
    int value = start + name.length();
    return message.charAt(value) == '"' ? message.substring(value, value + 38) : "null";
  }

  public static String error(String ref, ApiException failure) {
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
  public static String at(String type, String ref, String cursor) {
    String json = "{\"type\":\"" + type + "\",\"cursor\":\"" + cursor + "\"";
    return ref == null ? json + "}" : json + ",\"ref\":" + ref + "}";
  }

  public static String authenticated(String ref) {
    return ref == null
        ? "{\"type\":\"authenticated\"}"
        : "{\"type\":\"authenticated\",\"ref\":" + ref + "}";
  }

  /** {@code retryAfter} in seconds. */
  public static String goingAway(int retryAfter) {
    return "{\"type\":\"going_away\",\"retry_after\":" + retryAfter + "}";
  }

  /** Confirms a frame whose effect is not a message. */
  public static String done(String ref) {
    return "{\"type\":\"ack\",\"ref\":" + ref + "}";
  }

  public static String pong(String ref) {
    return ref == null ? "{\"type\":\"pong\"}" : "{\"type\":\"pong\",\"ref\":" + ref + "}";
  }
}
