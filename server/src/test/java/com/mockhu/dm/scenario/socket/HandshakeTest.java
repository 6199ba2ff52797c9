package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.raw.RawHttp;
import com.mockhu.dm.support.raw.RawSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes and farewells as no well-behaved client writes them. */
class HandshakeTest extends SharedServerTest {
  private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

  private String handshake(String lines) {
    String head = "GET /v1/ws/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n%s\r\n";
    return RawHttp.exchange(campus.port(), head.formatted(alice.token(), lines));
  }

  private static void assertError(String answer, int status, String code) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("{\"success\":false,\"error\":{\"code\":\"" + code + "\""), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "12", "14", "", "x", "13, 8"})
  void another_version_is_told_the_right_one(String version) {
    String answer =
        handshake(
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
                + version
                + "\r\n"
                + KEY);
    assertError(answer, 426, "upgrade_required");
    assertTrue(answer.toLowerCase().contains("sec-websocket-version: 13"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sec-WebSocket-Key: \r\n",
        "Sec-WebSocket-Key: short\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nContent-Length: 3\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nTransfer-Encoding: chunked\r\n"
      })
  void a_handshake_that_breaks_the_rfc_is_refused_in_the_envelope(String lines) {
    String begin = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
    assertError(handshake(begin + lines), 400, "invalid_request");
  }

  @Test
  void an_upgrade_that_the_connection_does_not_name_is_none() {
    String answer = handshake("Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + KEY);
    assertError(answer, 426, "upgrade_required");
  }

  @Test
  void another_method_is_not_allowed() {
    String head = "POST /v1/ws/messages HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n";
    String answer = RawHttp.exchange(campus.port(), head + "Connection: Upgrade\r\n\r\n");
    assertError(answer, 405, "method_not_allowed");
  }

  @Test
  void the_pair_of_subprotocols_may_stand_on_two_lines() {
    String lines =
        "Sec-WebSocket-Protocol: bearer\r\nSec-WebSocket-Protocol: " + alice.token() + "\r\n";
    String answer = RawHttp.upgrade(campus.port(), "/v1/ws/messages", lines);
    assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
    assertTrue(answer.toLowerCase().contains("sec-websocket-protocol: bearer\r\n"), answer);
    assertFalse(answer.contains(alice.token()), answer);
  }

  @Test
  void the_path_may_be_percent_encoded_and_empty_parameters_do_not_count() {
    String path = "/v1/ws/%6Dessages?ticket=&cursor=&token=" + alice.token();
    String answer = RawHttp.upgrade(campus.port(), path, "");
    assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
  }

  @Test
  void a_subprotocol_of_fourteen_thousand_spaces_is_refused() {
    String lines = "Sec-WebSocket-Protocol: a" + " ".repeat(14_000) + "b\r\n";
    assertError(RawHttp.upgrade(campus.port(), "/v1/ws/messages", lines), 401, "unauthorized");
  }

  @ParameterizedTest
  @CsvSource({
    "999,1002",
    "1004,1002",
    "1005,1002",
    "1006,1002",
    "1015,1002",
    "2000,1002",
    "5000,1002",
    "65535,1002",
    "1000,1000",
    "1001,1001",
    "3000,3000",
    "4999,4999"
  })
  void a_farewell_with_a_code_that_may_not_stand_there_breaks_the_protocol(int code, int answered) {
    try (RawSocket socket = RawSocket.of(alice)) {
      socket.whole(RawSocket.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
      assertEquals(answered, socket.closeCode());
    }
  }

  @Test
  void half_a_code_breaks_the_protocol_and_none_is_fine() {
    try (RawSocket half = RawSocket.of(alice);
        RawSocket none = RawSocket.of(alice)) {
      half.whole(RawSocket.CLOSE, new byte[] {3});
      assertEquals(1002, half.closeCode());
      none.whole(RawSocket.CLOSE, new byte[0]);
      assertEquals(1005, none.closeCode());
    }
  }
}
