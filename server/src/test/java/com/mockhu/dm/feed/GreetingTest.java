package com.mockhu.dm.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private final EmbeddedChannel line = new EmbeddedChannel();
  private final Greeting greeting = new Greeting(new Wire(line, new SocketMeters()));

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
    greeting.write("status");
    greeting.write("error");
    assertEquals(List.of(), written());
    greeting.greet("hello");
    greeting.write("pong");
    assertEquals(List.of("hello", "status", "error", "pong"), written());
  }

  @Test
  void a_greeting_that_never_comes_holds_a_bounded_number_of_frames() {
    IntStream.range(0, 10_000).forEach(i -> greeting.write("status " + i));
    greeting.greet("hello");
    assertEquals(129, written().size());
  }
}
