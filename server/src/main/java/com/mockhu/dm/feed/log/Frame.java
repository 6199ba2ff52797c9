package com.mockhu.dm.feed.log;

import com.mockhu.dm.platform.json.Json;

/**
 * An event as sockets get it, encoded once for all viewers who see the same.
 *
 * @param type as clients know it
 * @param data JSON
 */
public record Frame(String type, String data) {

  public static Frame of(String type, Object data) {
    return new Frame(type, Json.text(data));
  }

  public String withoutCursor() {
    return "{\"type\":\"" + type + "\",\"data\":" + data + "}";
  }

  public String withCursor(String cursor) {
    return "{\"type\":\"" + type + "\",\"cursor\":\"" + cursor + "\",\"data\":" + data + "}";
  }
}
