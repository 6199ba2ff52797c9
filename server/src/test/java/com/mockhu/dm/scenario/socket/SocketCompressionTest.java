package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.raw.RawSocket;
import com.mockhu.dm.support.time.Patience;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** {@code permessage-deflate}, where it is switched on. */
class SocketCompressionTest extends CampusTest {
  private static final int COMPRESSED = 0x40;
  private static final int MEBIBYTE = 1024 * 1024;

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_SOCKET_COMPRESSION", "on");
  }

  @Test
  void a_compressed_message_is_a_message() {
    try (RawSocket line = compressing()) {
      line.whole(COMPRESSED | RawSocket.TEXT, deflated(bytes(message("few bytes")), 1));
      Patience.until("it has come", () -> bob.inbox().totalUnread() == 1);
      assertEquals("few bytes", bob.historyWith(alice).messages().getFirst().content());
    }
  }

  /** Unbounded, unfolding it would take 256 mebibytes, and twice that while the buffer grows. */
  @Test
  void a_bomb_closes_the_socket_before_it_has_unfolded() {
    byte[] bomb = deflated(new byte[MEBIBYTE], 256);
    assertTrue(bomb.length < MEBIBYTE, bomb.length + " bytes");
    long before = allocated();
    try (RawSocket line = compressing()) {
      line.whole(COMPRESSED | RawSocket.TEXT, bomb);
      assertEquals(1009, line.closeCode());
    }
    long taken = allocated() - before;
    assertTrue(taken < 32 * MEBIBYTE, taken + " bytes allocated");
    alice.connects().fence();
  }

  @Test
  void what_was_never_compressed_closes_the_socket() {
    try (RawSocket line = compressing()) {
      line.whole(COMPRESSED | RawSocket.TEXT, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
      assertEquals(1002, line.closeCode());
    }
  }

  private RawSocket compressing() {
    return RawSocket.of(alice, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
  }

  private String message(String content) {
    return Json.text(
        Map.of(
            "type",
            "message",
            "recipient_id",
            bob.id(),
            "message_type",
            "text",
            "content",
            content));
  }

  /** The bytes that the event loops have allocated so far. */
  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] loops =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("vert.x-eventloop"))
            .mapToLong(Thread::threadId)
            .toArray();
    assertTrue(loops.length > 0, "no event loop found");
    return Arrays.stream(threads.getThreadAllocatedBytes(loops)).sum();
  }

  /** Raw, and without the four bytes that a flush ends in (RFC 7692 §7.2.1). */
  private static byte[] deflated(byte[] block, int times) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[65_536];
    for (int i = 1; i <= times; i++) {
      deflater.setInput(block);
      int mode = i == times ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH;
      int count = buffer.length;
      while (count == buffer.length) {
        count = deflater.deflate(buffer, 0, buffer.length, mode);
        out.write(buffer, 0, count);
      }
    }
    deflater.end();
    return Arrays.copyOf(out.toByteArray(), out.size() - 4);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
