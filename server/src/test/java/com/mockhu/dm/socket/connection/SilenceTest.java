package com.mockhu.dm.socket.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.limit.LimitSettings;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.socket.transport.FrameReader;
import com.mockhu.dm.socket.transport.OutboundQueue;
import com.mockhu.dm.socket.transport.SerialExecutor;
import com.mockhu.dm.socket.transport.SocketMeters;
import com.mockhu.dm.support.time.SteppedTime;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A line on which nobody is left, with the minutes passing as the test says. */
class SilenceTest {
  private final SteppedTime time = new SteppedTime();
  private final EmbeddedChannel line = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
  private final FrameDispatcher dispatcher = dispatcher();

  private FrameDispatcher dispatcher() {
    OutboundQueue outbound = new OutboundQueue(line, new SocketMeters());
    Caller caller = new Caller(UUID.randomUUID(), false, null, null);
    Connection connection =
        new Connection(UUID.randomUUID(), caller, outbound, null, Runnable::run);
    FrameDispatcher made =
        new FrameDispatcher(
            connection,
            outbound,
            new SerialExecutor(Runnable::run, outbound),
            new FrameRouter(),
            new RateLimits(new LimitSettings(false, Map.of()), System::nanoTime),
            time);
    FrameReader.takeOver(line.pipeline().firstContext(), made, outbound, () -> {});
    return made;
  }

  @Test
  void a_client_silent_for_a_minute_is_closed_and_may_come_back() {
    passes(30);
    assertInstanceOf(PingWebSocketFrame.class, next());
    passes(31);
    WebSocketFrame last = next();
    while (last instanceof io.netty.handler.codec.http.websocketx.TextWebSocketFrame) {
      last = next();
    }
    assertEquals(4410, assertInstanceOf(CloseWebSocketFrame.class, last).statusCode());
  }

  @Test
  void a_pong_is_a_sign_of_life() {
    for (int i = 0; i < 10; i++) {
      passes(30);
      line.writeInbound(new PongWebSocketFrame());
    }
    for (WebSocketFrame frame = next(); frame != null; frame = next()) {
      assertNull(frame instanceof CloseWebSocketFrame ? frame : null);
    }
  }

  private void passes(int seconds) {
    time.passes(Duration.ofSeconds(seconds));
    dispatcher.beat(0);
    line.runPendingTasks();
  }

  private WebSocketFrame next() {
    return line.readOutbound();
  }
}
