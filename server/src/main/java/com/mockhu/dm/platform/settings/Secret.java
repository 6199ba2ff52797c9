package com.mockhu.dm.platform.settings;

import java.nio.charset.StandardCharsets;

/** A value that never prints: not in a log, not in an exception, not in a record's text. */
public record Secret(String value) {
  static final String MASK = "********";

  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code text} without what addresses may hide: user and password, and the query. */
  static String masked(String text) {
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return text;
    }
    int at = text.lastIndexOf('@');
    String bare = at < 0 ? text : text.substring(0, scheme + 3) + MASK + text.substring(at);
    int query = bare.indexOf('?');
    return query < 0 ? bare : bare.substring(0, query + 1) + MASK;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
