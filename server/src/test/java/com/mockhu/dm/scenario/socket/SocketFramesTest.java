package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.raw.RawFrame;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketFramesTest extends SharedServerTest {

  @Test
  void a_ping_gets_its_pong_with_the_ref() {
    Socket phone = alice.connects();
    assertEquals("pong", phone.awaitsAnswerTo(phone.says("ping", Map.of())).path("type").asText());
    phone.saysRaw("{\"type\":\"ping\"}");
    assertFalse(phone.awaits("pong").has("ref"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{",
        "{\"type\":\"ping\"",
        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"type\":\"ping\"}"
      })
  void what_is_no_json_gets_an_error_and_the_socket_stays(String frame) {
    Socket phone = alice.connects();
    phone.saysRaw(frame);
    String code = phone.awaits("error").path("code").asText();
    assertTrue(Set.of("malformed_json", "invalid_request").contains(code), code);
    phone.fence();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "5",
        "null",
        "{}",
        "{\"type\":null}",
        "{\"type\":5}",
        "{\"type\":\"dance\"}",
        "{\"type\":\"message\",\"content\":{}}",
        "{\"type\":\"new_message\",\"data\":{}}"
      })
  void what_is_no_frame_gets_an_error_and_the_socket_stays(String frame) {
    Socket phone = alice.connects();
    phone.saysRaw(frame);
    assertEquals("invalid_request", phone.awaits("error").path("code").asText());
    phone.fence();
  }

  @Test
  void a_bomb_of_brackets_gets_an_error() {
    Socket phone = alice.connects();
    phone.saysRaw("[".repeat(100_000));
    phone.awaits("error");
    phone.saysRaw("{\"type\":\"ping\",\"a\":" + "[".repeat(100_000));
    phone.awaits("error");
    phone.fence();
  }

  @Test
  void unknown_fields_are_ignored() {
    Socket phone = alice.connects();
    phone.awaitsAnswerTo(phone.says("ping", Map.of("mood", "good", "data", Map.of())));
  }

  @Test
  void an_error_says_in_a_sentence_what_was_wrong() {
    Socket phone = alice.connects();
    JsonNode error = phone.awaitsError(phone.says("dance", Map.of()), "invalid_request");
    assertFalse(error.path("message").asText().isBlank());
    assertFalse(error.toString().contains("Exception"));
  }

  @Test
  void a_frame_of_bytes_closes_the_socket() {
    Socket phone = alice.connects();
    phone.saysBytes(new byte[] {1, 2, 3});
    assertEquals(1003, phone.closeCode());
  }

  @Test
  void a_frame_under_a_mebibyte_is_read() {
    Socket phone = alice.connects();
    String padding = "x".repeat(1_000_000);
    phone.awaitsAnswerTo(phone.says("ping", Map.of("padding", padding)));
  }

  @Test
  void a_single_frame_over_a_mebibyte_closes_the_socket() {
    assertEquals(1009, RawFrame.closeCodeFor((1 << 20) + 1, campus.port(), alice.token()));
  }

  @Test
  void a_message_of_many_frames_over_a_mebibyte_closes_the_socket() {
    Socket phone = alice.connects();
    phone.saysRaw("{\"type\":\"ping\",\"padding\":\"" + "x".repeat(1 << 20) + "\"}");
    assertEquals(1009, phone.closeCode());
  }

  @Test
  void repeated_nonsense_closes_the_socket() {
    Socket phone = alice.connects();
    for (int i = 0; i < 1_000; i++) {
      phone.saysRaw("nonsense " + i);
    }
    assertEquals(4429, phone.closeCode());
  }

  @Test
  void leaving_politely_is_answered_politely() {
    Socket phone = alice.connects();
    phone.leaves();
    assertEquals(1000, phone.closeCode());
  }

  @Test
  void markup_is_escaped_in_frames_as_well() {
    Socket phone = bob.connects();
    alice.sends("5 < 6 && a").to(bob);
    assertEquals("5 < 6 && a", phone.awaitsMessage("5 < 6 && a").content());
    assertTrue(phone.texts().stream().noneMatch(t -> t.matches("(?s).*[<>&].*")));
  }
}
