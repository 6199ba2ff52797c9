package com.mockhu.dm.bench.wire.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {
  private static final UUID CONVERSATION = UUID.randomUUID();
  private static final ClientMessageIds IDS = new ClientMessageIds(42);

  @ParameterizedTest
  @ValueSource(ints = {16, 64, 500, 10_000})
  void a_server_reads_what_was_stamped(int contentLength) throws Exception {
    JsonNode message = send(new MessageTemplate(CONVERSATION, IDS, contentLength), 0xabcdef, 7);
    assertEquals("message", message.path("type").asText());
    assertEquals("0000000000abcdef00000007", message.path("ref").asText());
    assertEquals(CONVERSATION.toString(), message.path("conversation_id").asText());
    assertEquals("text", message.path("message_type").asText());
    assertEquals(IDS.id(7).toString(), message.path("client_message_id").asText());
    assertEquals("0000000000abcdef", message.path("content").asText().substring(0, 16));
    assertEquals(contentLength, message.path("content").asText().length());
  }

  @Test
  void a_second_sending_leaves_nothing_of_the_first() throws Exception {
    MessageTemplate template = new MessageTemplate(CONVERSATION, IDS, 64);
    send(template, Long.MAX_VALUE, Integer.MAX_VALUE);
    JsonNode message = send(template, 1, 2);
    assertEquals("000000000000000100000002", message.path("ref").asText());
    assertEquals(IDS.id(2).toString(), message.path("client_message_id").asText());
  }

  @Test
  void keys_of_two_messages_differ_and_are_version_4() {
    assertNotEquals(IDS.id(0), IDS.id(1));
    assertEquals(4, IDS.id(0).version());
    assertEquals(2, IDS.id(0).variant());
  }

  private static JsonNode send(MessageTemplate template, long time, int number) throws Exception {
    EmbeddedChannel server = new EmbeddedChannel(new WebSocket13FrameDecoder(true, false, 65_536));
    server.writeInbound(template.stamped(ByteBufAllocator.DEFAULT, time, number));
    TextWebSocketFrame frame = server.readInbound();
    try {
      return new ObjectMapper().readTree(frame.text());
    } finally {
      frame.release();
    }
  }
}
