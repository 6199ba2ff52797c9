package com.mockhu.dm.platform.settings;

import java.nio.charset.StandardCharsets;

/** A value that never prints: not in a log, not in an exception, not in a record's text. */
public record Secret(String value) {

  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
