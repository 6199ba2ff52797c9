package com.mockhu.dm.socket.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a client that never reads holds of our memory, and that it gives it back. */
class OutboundQueueTest {
  private static final String FRAME = "x".repeat(10_000);
  private static final int MEBIBYTE = 1024 * 1024;

  private final List<WebSocketFrame> queued = new ArrayList<>();
  private final DeafLine line = new DeafLine(new Recorder());
  private final OutboundQueue outbound = new OutboundQueue(line, new SocketMeters());

  /** Nothing ever leaves, as when the other end's window is shut. */
  private static final class DeafLine extends EmbeddedChannel {
    DeafLine(Recorder recorder) {
      super(recorder);
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer waiting) {}
  }

  private final class Recorder extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      queued.add((WebSocketFrame) message);
      context.write(message, promise);
    }
  }

  private long held() {
    return queued.stream()
        .filter(frame -> frame.refCnt() > 0)
        .mapToLong(frame -> frame.content().readableBytes())
        .sum();
  }

  @Test
  void it_holds_a_bounded_amount_and_nothing_once_it_is_cut_off() {
    for (int i = 0; i < 1_000; i++) {
      outbound.write(FRAME);
      line.runPendingTasks();
    }
    assertTrue(outbound.isClosed());
    assertTrue(held() > MEBIBYTE, held() + " bytes");
    assertTrue(held() < 3 * MEBIBYTE, held() + " bytes");

    line.advanceTimeBy(3, TimeUnit.SECONDS);
    line.runScheduledPendingTasks();
    assertFalse(line.isOpen());
    assertEquals(0, held());
  }

  @Test
  void what_is_written_after_its_end_is_not_kept() {
    outbound.close(CloseCode.SLOW_READER);
    line.runPendingTasks();
    int before = queued.size();
    outbound.write(FRAME);
    line.runPendingTasks();
    assertEquals(before, queued.size());
  }
}
