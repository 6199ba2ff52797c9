package com.mockhu.dm.socket.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.socket.transport.OutboundQueue;
import com.mockhu.dm.socket.transport.SocketMeters;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HelloGateTest {
  private final EmbeddedChannel line = new EmbeddedChannel();
  private final HelloGate gate = new HelloGate(new OutboundQueue(line, new SocketMeters()));

  private List<String> written() {
    line.runPendingTasks();
    List<String> texts = new ArrayList<>();
    for (TextWebSocketFrame f = line.readOutbound(); f != null; f = line.readOutbound()) {
      texts.add(f.text());
      f.release();
    }
    return texts;
  }

  @Test
  void what_is_written_before_the_greeting_follows_it_in_order() {
    gate.write("status");
    gate.write("error");
    assertEquals(List.of(), written());
    gate.greet("hello");
    gate.write("pong");
    assertEquals(List.of("hello", "status", "error", "pong"), written());
  }

  @Test
  void a_greeting_that_never_comes_holds_a_bounded_number_of_frames() {
    IntStream.range(0, 10_000).forEach(i -> gate.write("status " + i));
    gate.greet("hello");
    assertEquals(129, written().size());
  }
}
