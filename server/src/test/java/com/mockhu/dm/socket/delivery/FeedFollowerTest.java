package com.mockhu.dm.socket.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.socket.transport.OutboundQueue;
import com.mockhu.dm.socket.transport.SocketMeters;
import com.mockhu.dm.support.time.Patience;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a socket is given when events come in another order than theirs (behaviour §8). There is no
 * database here, so that a socket is closed when it reads back.
 */
class FeedFollowerTest {
  private static final long EPOCH = 1;

  private final EmbeddedChannel line = new EmbeddedChannel();
  private final OutboundQueue outbound = new OutboundQueue(line, new SocketMeters());
  private final CountDownLatch ended = new CountDownLatch(1);

  /** So that a test can tell when a reading back is over. */
  private final Executor threads =
      work ->
          Thread.ofVirtual()
              .start(
                  () -> {
                    work.run();
                    ended.countDown();
                  });

  private final FeedFollower follower =
      new FeedFollower(UUID.randomUUID(), outbound, null, threads, new PendingAcks());

  private void offers(Integer... events) {
    Stream.of(events)
        .forEach(seq -> follower.offer(seq, UUID.randomUUID(), new Frame("event", "" + seq)));
  }

  private List<String> written() {
    line.runPendingTasks();
    List<String> texts = new ArrayList<>();
    for (WebSocketFrame frame = line.readOutbound(); frame != null; frame = line.readOutbound()) {
      texts.add(frame instanceof TextWebSocketFrame text ? data(text.text()) : "closed");
    }
    return texts;
  }

  private static String data(String frame) {
    return frame.replaceAll(".*\"data\":", "").replace("}", "");
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  @Test
  void an_event_that_overtook_another_waits_for_it_and_nothing_is_read_back() throws Exception {
    follower.begin(EPOCH, 3, 3, null);
    offers(5, 6);
    assertEquals(List.of(), written());
    offers(4);
    ended.await();
    assertEquals(numbers(4, 6), written());
  }

  @Test
  void whatever_order_events_come_in_they_are_written_in_theirs() throws Exception {
    follower.begin(EPOCH, 0, 0, null);
    List<Integer> events = new ArrayList<>(IntStream.rangeClosed(1, 20).boxed().toList());
    Collections.shuffle(events);
    offers(events.toArray(Integer[]::new));
    assertEquals(numbers(1, 20), written());
  }

  @Test
  void a_head_that_is_ahead_of_what_was_told_waits_for_that() throws Exception {
    follower.begin(EPOCH, 0, 0, null);
    follower.reach(2);
    offers(1, 2);
    ended.await();
    assertEquals(numbers(1, 2), written());
  }

  @Test
  void what_never_comes_is_read_back() throws Exception {
    follower.begin(EPOCH, 0, 0, null);
    offers(2);
    // The premise of the others: reading back is seen here.
    ended.await();
    Patience.until("it was read", () -> outbound.isClosed());
    assertEquals(List.of("closed"), written());
  }

  @Test
  void before_it_has_begun_nothing_is_written_and_nothing_is_forgotten() throws Exception {
    offers(1, 2);
    assertEquals(List.of(), written());
    follower.begin(EPOCH, 0, 0, null);
    ended.await();
    assertEquals(List.of("closed"), written());
  }

  @Test
  void a_second_resume_during_a_replay_starts_no_second_reader() {
    List<Runnable> readers = new ArrayList<>();
    FeedFollower behind =
        new FeedFollower(UUID.randomUUID(), outbound, null, readers::add, new PendingAcks());
    behind.begin(EPOCH, 0, 5, "");
    behind.begin(EPOCH, 3, 5, "");
    behind.reach(6);
    assertEquals(1, readers.size());
  }

  @Test
  void caught_up_is_written_once_and_only_when_nothing_is_missing() {
    List<Runnable> readers = new ArrayList<>();
    FeedFollower behind =
        new FeedFollower(UUID.randomUUID(), outbound, null, readers::add, new PendingAcks());
    behind.begin(EPOCH, 0, 2, "");
    assertEquals(List.of(), written());
    behind.offer(1, UUID.randomUUID(), new Frame("event", "1"));
    behind.offer(2, UUID.randomUUID(), new Frame("event", "2"));
    readers.forEach(Runnable::run);
    behind.offer(3, UUID.randomUUID(), new Frame("event", "3"));
    List<String> all = written();
    assertEquals(4, all.size(), all::toString);
    assertEquals(List.of("1", "2", "3"), List.of(all.get(0), all.get(1), all.get(3)));
    assertTrue(all.get(2).contains("caught_up"), all::toString);
  }
}
