package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.raw.RawSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Violations of the WebSocket protocol close with the codes in docs/close-codes.md. */
class SocketFaultTest extends SharedServerTest {
  private static final byte[] PING = bytes("{\"type\":\"ping\",\"ref\":\"here\"}");

  @Test
  void text_that_is_not_utf_8_closes_the_socket() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.whole(RawSocket.TEXT, new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});
      assertEquals(1007, line.closeCode());
    }
  }

  @Test
  void the_replacement_character_itself_is_good_text() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.says("{\"type\":\"ping\",\"ref\":\"\uFFFD\"}");
      line.awaits("\uFFFD");
    }
  }

  @Test
  void a_frame_without_a_mask_closes_the_socket() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.bytes(new byte[] {(byte) 0x81, 2, '{', '}'});
      assertEquals(1002, line.closeCode());
    }
  }

  @Test
  void a_frame_of_a_kind_that_does_not_exist_closes_the_socket() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.whole(3, new byte[0]);
      assertEquals(1002, line.closeCode());
    }
  }

  @Test
  void a_continuation_of_nothing_closes_the_socket() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.whole(RawSocket.CONTINUATION, PING);
      assertEquals(1002, line.closeCode());
    }
  }

  @Test
  void a_ping_that_is_too_long_closes_the_socket() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.whole(RawSocket.PING, new byte[126]);
      assertEquals(1002, line.closeCode());
    }
  }

  @Test
  void a_message_in_pieces_is_put_together() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.part(RawSocket.TEXT, bytes("{\"type\":\"ping\","));
      line.whole(RawSocket.PING, new byte[0]);
      line.part(RawSocket.CONTINUATION, new byte[0]);
      line.whole(RawSocket.CONTINUATION, bytes("\"ref\":\"pieces\"}"));
      line.awaits("pieces");
    }
  }

  @Test
  void a_message_that_never_ends_closes_the_socket() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.part(RawSocket.TEXT, new byte[65_536]);
      for (int i = 0; i < 16; i++) {
        line.part(RawSocket.CONTINUATION, new byte[65_536]);
      }
      assertEquals(1009, line.closeCode());
    }
  }

  @Test
  void a_message_of_endlessly_many_empty_pieces_closes_the_socket() {
    try (RawSocket line = RawSocket.of(alice)) {
      line.part(RawSocket.TEXT, new byte[0]);
      for (int i = 0; i < 4_200; i++) {
        line.part(RawSocket.CONTINUATION, new byte[0]);
      }
      assertEquals(1009, line.closeCode());
    }
  }

  @Test
  void a_client_that_asks_and_never_reads_is_cut_off() {
    try (RawSocket line = RawSocket.of(alice)) {
      String question = "{\"type\":\"dance\",\"ref\":\"" + "x".repeat(10_000) + "\"}";
      String ping = question.replace("dance", "ping");
      for (int i = 0; i < 4_000; i++) {
        line.says(ping);
      }
      int code = line.closeCode();
      assertTrue(code == 4408 || code == RawSocket.BROKEN, "closed with " + code);
      long told = line.texts().size();
      assertTrue(told < 4_000, told + " answers were kept for a client that did not read");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
