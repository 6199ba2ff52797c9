package com.mockhu.dm.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.platform.http.Caller;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BacklogTest {

  /** Somebody for whom so much waits. */
  private static Session reader(int waiting) {
    // This channel does what it is asked only when it is told to, as a loop that is busy.
    Wire wire = new Wire(new EmbeddedChannel(), new SocketMeters());
    Caller caller = new Caller(UUID.randomUUID(), false, null, null);
    Connection connection = new Connection(UUID.randomUUID(), caller, wire, null, Runnable::run);
    if (waiting > 0) {
      wire.write("x".repeat(waiting));
    }
    return new Session(
        connection, wire, null, null, null, new com.mockhu.dm.support.time.SteppedTime());
  }

  private static List<Boolean> open(Session... readers) {
    return Stream.of(readers).map(reader -> reader.connection().isOpen()).toList();
  }

  @Test
  void as_long_as_there_is_room_slow_readers_stay() {
    Session[] readers = {reader(400), reader(0), reader(600)};
    new Backlog(1_000).relieve(List.of(readers));
    assertEquals(List.of(true, true, true), open(readers));
  }

  @Test
  void beyond_it_those_go_who_keep_the_most_and_no_more_than_needed() {
    Session[] readers = {reader(300), reader(900), reader(0), reader(700), reader(200)};
    new Backlog(1_200).relieve(List.of(readers));
    assertEquals(List.of(true, false, true, true, true), open(readers));
  }
}
