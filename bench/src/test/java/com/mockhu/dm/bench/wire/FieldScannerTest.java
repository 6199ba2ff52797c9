package com.mockhu.dm.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FieldScannerTest {
  private final FieldScanner ref = new FieldScanner("ref");

  @Test
  void a_field_is_found_wherever_it_moves() {
    assertEquals("one", value("{\"type\":\"ack\",\"ref\":\"one\"}"));
    assertEquals("two", value("{\"type\":\"ack\",\"ref\":\"two\"}"));
    assertEquals("three", value("{\"ref\":\"three\",\"type\":\"ack\"}"));
    assertEquals("four", value("{\"type\":\"ack\",\"cursor\":\"1\",\"ref\":\"four\"}"));
  }

  @Test
  void an_absent_field_is_not_taken_from_an_earlier_longer_frame() {
    byte[] shared = "{\"type\":\"ack\",\"ref\":\"one\"}".getBytes(UTF_8);
    ref.find(shared, shared.length);
    assertEquals(-1, ref.find(shared, "{\"type\":\"ack\"".length()));
  }

  private String value(String frame) {
    byte[] bytes = frame.getBytes(UTF_8);
    int start = ref.find(bytes, bytes.length);
    return frame.substring(start, frame.indexOf('"', start));
  }
}
