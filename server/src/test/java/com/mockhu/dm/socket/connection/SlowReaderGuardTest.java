package com.mockhu.dm.socket.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.socket.transport.OutboundQueue;
import com.mockhu.dm.socket.transport.SocketMeters;
import com.mockhu.dm.support.time.SteppedTime;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlowReaderGuardTest {

  /** Somebody for whom so much waits. */
  private static FrameDispatcher reader(int waiting) {
    // This channel does what it is asked only when it is told to, as a loop that is busy.
    OutboundQueue outbound = new OutboundQueue(new EmbeddedChannel(), new SocketMeters());
    Caller caller = new Caller(UUID.randomUUID(), false, null, null);
    Connection connection =
        new Connection(UUID.randomUUID(), caller, outbound, null, Runnable::run);
    if (waiting > 0) {
      outbound.write("x".repeat(waiting));
    }
    return new FrameDispatcher(connection, outbound, null, null, null, new SteppedTime());
  }

  private static List<Boolean> open(FrameDispatcher... readers) {
    return Stream.of(readers).map(reader -> reader.connection().isOpen()).toList();
  }

  @Test
  void as_long_as_there_is_room_slow_readers_stay() {
    FrameDispatcher[] readers = {reader(400), reader(0), reader(600)};
    new SlowReaderGuard(1_000).relieve(List.of(readers));
    assertEquals(List.of(true, true, true), open(readers));
  }

  @Test
  void beyond_it_those_go_who_keep_the_most_and_no_more_than_needed() {
    FrameDispatcher[] readers = {reader(300), reader(900), reader(0), reader(700), reader(200)};
    new SlowReaderGuard(1_200).relieve(List.of(readers));
    assertEquals(List.of(true, false, true, true, true), open(readers));
  }
}
