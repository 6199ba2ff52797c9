package com.mockhu.dm.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "Grüße aus Köln",
        "日本語",
        "ไทย",
        "עברית",
        "😀",
        "👨‍👩‍👧‍👦 family",
        "𝕏 and 🇩🇪"
      })
  void text_is_written_as_plain_utf_8(String text) {
    byte[] json = Json.bytes(text);
    assertEquals("\"" + text + "\"", new String(json, StandardCharsets.UTF_8));
    assertEquals(text, Json.read(json, String.class));
  }

  /** Longer than the generator's buffers, with a pair across each of their ends. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void long_text_of_emoji_takes_four_bytes_for_each(int before) {
    String text = "x".repeat(before) + "😀".repeat(10_000);
    byte[] json = Json.bytes(Map.of("content", text));
    assertEquals("{\"content\":\"\"}".length() + before + 40_000, json.length);
    assertEquals(text, Json.read(json, Map.class).get("content"));
  }

  @Test
  void markup_and_what_scripts_take_for_a_line_end_stay_escaped() {
    assertEquals(
        "\"\\u003Cb\\u003E \\u0026 \\u2028\\u2029\\u0001\\n😀\"",
        Json.text("<b> & \u2028\u2029\u0001\n😀"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T08:30:00Z, 2026-11-22T08:30:00.000000Z",
    "2026-11-22T08:30:00.120Z, 2026-11-22T08:30:00.120000Z",
    "2026-11-22T08:30:00.123456Z, 2026-11-22T08:30:00.123456Z",
    "2026-11-22T08:30:00.123456789Z, 2026-11-22T08:30:00.123456Z",
    "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500000Z"
  })
  void a_time_always_has_six_fraction_digits(String time, String written) {
    assertEquals(List.of(written), Json.read(Json.bytes(List.of(Instant.parse(time))), List.class));
  }
}
