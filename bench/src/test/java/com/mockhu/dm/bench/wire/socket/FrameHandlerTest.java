package com.mockhu.dm.bench.wire.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameHandlerTest {
  private final Heard heard = new Heard();
  private final EmbeddedChannel client = new EmbeddedChannel(new FrameHandler(heard));

  @Test
  void frames_of_every_length_arrive_whole() {
    List<String> texts = List.of("", "Hi Anna", "a".repeat(126), "b".repeat(70_000));
    texts.forEach(text -> client.writeInbound(bytes(new TextWebSocketFrame(text))));
    assertEquals(texts, heard.texts);
  }

  @Test
  void frames_cut_anywhere_arrive_whole() {
    ByteBuf stream =
        Unpooled.wrappedBuffer(
            bytes(new TextWebSocketFrame("short")),
            bytes(new TextWebSocketFrame("long".repeat(100))));
    while (stream.isReadable()) {
      client.writeInbound(stream.readRetainedSlice(1));
    }
    assertEquals(List.of("short", "long".repeat(100)), heard.texts);
  }

  @Test
  void a_ping_is_answered_with_its_own_payload() {
    client.writeInbound(
        bytes(new PingWebSocketFrame(Unpooled.copiedBuffer("still there?", UTF_8))));
    EmbeddedChannel server = new EmbeddedChannel(new WebSocket13FrameDecoder(true, false, 1000));
    server.writeInbound(client.<ByteBuf>readOutbound());
    PongWebSocketFrame pong = server.readInbound();
    assertEquals("still there?", pong.content().toString(UTF_8));
    pong.release();
  }

  @Test
  void a_close_code_reaches_the_listener() {
    client.writeInbound(bytes(new CloseWebSocketFrame(4408, "too slow")));
    assertFalse(client.isActive());
    assertEquals(List.of(4408), heard.codes);
  }

  @Test
  void a_vanished_connection_is_told_apart() {
    client.close();
    assertEquals(List.of(1006), heard.codes);
  }

  private static ByteBuf bytes(WebSocketFrame frame) {
    EmbeddedChannel server = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
    server.writeOutbound(frame);
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = server.readOutbound(); part != null; part = server.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    return all;
  }

  private static final class Heard implements SocketListener {
    final List<String> texts = new ArrayList<>();
    final List<Integer> codes = new ArrayList<>();

    @Override
    public void text(byte[] bytes, int length) {
      texts.add(new String(bytes, 0, length, UTF_8));
    }

    @Override
    public void closed(int code) {
      codes.add(code);
    }
  }
}
