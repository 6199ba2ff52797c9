package com.mockhu.dm.bench.wire.xmpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {
  private static final long TIME = 0x0123456789abcdefL;

  @Test
  void the_time_of_sending_travels_in_the_body() {
    byte[] sent = stamped(TIME);
    assertEquals(TIME, ChatTemplate.stamp(sent, 0, sent.length));
  }

  @Test
  void every_sending_has_an_id_of_its_own() {
    String sent = new String(stamped(TIME), StandardCharsets.US_ASCII);
    assertTrue(
        sent.startsWith("<message to='b@localhost/bench' type='chat' id='0123456789abcdef'"));
  }

  @Test
  void a_stanza_without_a_body_has_no_time() {
    byte[] stanza = Xml.bytes("<presence/>");
    assertEquals(-1, ChatTemplate.stamp(stanza, 0, stanza.length));
  }

  private static byte[] stamped(long time) {
    ByteBuf buffer =
        new ChatTemplate("b@localhost/bench", 64).stamped(ByteBufAllocator.DEFAULT, time);
    try {
      byte[] bytes = new byte[buffer.readableBytes()];
      buffer.readBytes(bytes);
      return bytes;
    } finally {
      buffer.release();
    }
  }
}
