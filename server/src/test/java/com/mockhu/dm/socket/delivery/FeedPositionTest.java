package com.mockhu.dm.socket.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.feed.log.Cursor;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.socket.delivery.FeedPosition.Event;
import com.mockhu.dm.socket.delivery.FeedPosition.Look;
import com.mockhu.dm.socket.delivery.FeedPosition.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which events a socket is given, and when it has to read back: without threads or a database. */
class FeedPositionTest {
  private static final long EPOCH = 7;
  private static final long NOW = 1_000;
  private static final long AFTER_GRACE = NOW + FeedPosition.GRACE_NANOS;

  private final FeedPosition position = new FeedPosition();

  private static Event event(long seq) {
    return new Event(seq, UUID.randomUUID(), new Frame("event", "" + seq));
  }

  private static Event withoutFrame(long seq) {
    return new Event(seq, UUID.randomUUID(), null);
  }

  private List<Long> offer(long seq) {
    return numbers(position.offer(event(seq), true, NOW));
  }

  private static List<Long> numbers(List<Event> events) {
    return events.stream().map(Event::seq).toList();
  }

  @Test
  void before_a_position_is_known_no_event_is_written_and_none_is_lost() {
    assertEquals(List.of(), offer(4));
    assertEquals(State.UNPLACED, position.state());
    position.begin(EPOCH, 3, 3);
    assertEquals(State.REPLAYING, position.state());
  }

  @Test
  void a_socket_that_has_missed_nothing_is_live_at_once() {
    position.begin(EPOCH, 3, 3);
    assertEquals(State.LIVE, position.state());
    assertEquals(List.of(4L), offer(4));
    assertEquals(List.of(5L), offer(5));
    assertEquals(State.LIVE, position.state());
  }

  @Test
  void an_event_that_was_written_before_is_not_written_again() {
    position.begin(EPOCH, 3, 3);
    assertEquals(List.of(), offer(3));
    offer(4);
    assertEquals(List.of(), offer(4));
    assertEquals(State.LIVE, position.state());
  }

  @Test
  void an_event_before_its_turn_waits_until_the_gap_is_filled() {
    position.begin(EPOCH, 0, 0);
    assertEquals(List.of(), offer(2));
    assertEquals(State.WAITING, position.state());
    assertEquals(List.of(), offer(4));
    assertEquals(List.of(1L, 2L), offer(1));
    assertEquals(State.WAITING, position.state());
    assertEquals(List.of(3L, 4L), offer(3));
    assertEquals(State.LIVE, position.state());
  }

  @Test
  void a_gap_that_outlasts_the_grace_is_read_back() {
    position.begin(EPOCH, 0, 0);
    offer(2);
    assertEquals(FeedPosition.GRACE_NANOS, position.graceLeft(NOW));
    assertEquals(1, position.graceLeft(AFTER_GRACE - 1));
    assertEquals(State.WAITING, position.state());
    assertEquals(0, position.graceLeft(AFTER_GRACE));
    assertEquals(State.REPLAYING, position.state());
    assertEquals(List.of(1L, 2L), numbers(position.replayed(event(1))));
    position.settle();
    assertEquals(State.LIVE, position.state());
  }

  @Test
  void a_newer_head_than_what_was_offered_waits_for_the_offers() {
    position.begin(EPOCH, 0, 0);
    position.reach(1, NOW);
    assertEquals(State.WAITING, position.state());
    assertEquals(List.of(1L), offer(1));
    assertEquals(State.LIVE, position.state());
  }

  @Test
  void an_event_without_a_frame_is_read_back_without_waiting() {
    position.begin(EPOCH, 0, 0);
    assertEquals(List.of(), position.offer(withoutFrame(1), true, NOW));
    assertEquals(State.REPLAYING, position.state());
    assertEquals(0, position.graceLeft(NOW));
  }

  @Test
  void an_event_without_a_frame_ends_the_grace_of_another() {
    position.begin(EPOCH, 0, 0);
    offer(2);
    position.offer(withoutFrame(3), true, NOW);
    assertEquals(State.REPLAYING, position.state());
  }

  @Test
  void a_reader_that_is_behind_gets_the_event_from_the_database_later() {
    position.begin(EPOCH, 0, 0);
    assertEquals(List.of(), position.offer(event(1), false, NOW));
    assertEquals(State.REPLAYING, position.state());
    assertEquals(List.of(1L), numbers(position.replayed(event(1))));
  }

  @Test
  void an_event_that_shows_nothing_any_more_moves_the_position_and_is_not_written() {
    position.begin(EPOCH, 0, 2);
    assertEquals(List.of(), position.replayed(withoutFrame(1)));
    assertEquals(Cursor.at(EPOCH, 1).text(), position.cursor());
    assertEquals(List.of(2L), numbers(position.replayed(event(2))));
  }

  @Test
  void an_event_offered_during_a_replay_does_not_end_it_before_all_is_there() {
    position.begin(EPOCH, 0, 2);
    assertEquals(List.of(), offer(3));
    assertEquals(List.of(1L), numbers(position.replayed(event(1))));
    position.settle();
    assertEquals(State.REPLAYING, position.state());
    assertEquals(List.of(2L, 3L), numbers(position.replayed(event(2))));
    position.settle();
    assertEquals(State.LIVE, position.state());
  }

  @Test
  void events_that_do_not_exist_end_a_replay_unless_more_was_announced_meanwhile() {
    position.begin(EPOCH, 0, 1);
    Look before = position.look();
    position.reach(2, NOW);
    position.foundNothing(before);
    assertEquals(State.REPLAYING, position.state());
    position.foundNothing(position.look());
    assertEquals(State.LIVE, position.state());
  }

  @Test
  void what_was_read_for_an_earlier_beginning_is_void() {
    position.begin(EPOCH, 0, 5);
    Look first = position.look();
    position.begin(EPOCH, 3, 5);
    assertFalse(position.isCurrent(first));
    assertTrue(position.isCurrent(position.look()));
    position.foundNothing(first);
    assertEquals(State.REPLAYING, position.state());
  }

  @Test
  void a_second_beginning_forgets_what_waited_for_its_turn() {
    position.begin(EPOCH, 0, 0);
    offer(2);
    position.begin(EPOCH, 1, 1);
    assertEquals(State.REPLAYING, position.state());
    assertEquals(List.of(2L), numbers(position.replayed(event(2))));
  }

  @Test
  void only_a_cursor_that_was_given_out_is_acknowledged_and_each_event_counts_once() {
    position.begin(EPOCH, 3, 3);
    offer(4);
    assertEquals(Optional.empty(), position.acknowledge(Cursor.at(EPOCH, 5).text()));
    assertEquals(Optional.empty(), position.acknowledge(Cursor.at(EPOCH + 1, 4).text()));
    assertEquals(
        Optional.of(new FeedFollower.Arrived(3, 4)), position.acknowledge(position.cursor()));
    assertEquals(
        Optional.of(new FeedFollower.Arrived(4, 4)), position.acknowledge(position.cursor()));
  }

  @Test
  void whatever_the_order_of_offers_and_reads_events_are_written_in_theirs() {
    for (int seed = 0; seed < 500; seed++) {
      assertEquals(LongStream.rangeClosed(1, 60).boxed().toList(), written(new Random(seed)));
    }
  }

  /** 60 events are offered in disorder; some without a frame, some while the reader is behind. */
  private static List<Long> written(Random random) {
    FeedPosition position = new FeedPosition();
    position.begin(EPOCH, 0, 0);
    List<Long> offers = new ArrayList<>(LongStream.rangeClosed(1, 60).boxed().toList());
    for (int i = 0; i < offers.size(); i++) {
      Collections.swap(offers, i, Math.min(offers.size() - 1, i + random.nextInt(40)));
    }
    List<Event> written = new ArrayList<>();
    for (long seq : offers) {
      Event event = random.nextInt(10) == 0 ? withoutFrame(seq) : event(seq);
      written.addAll(position.offer(event, random.nextInt(10) > 0, NOW));
      if (random.nextInt(4) == 0) {
        position.graceLeft(AFTER_GRACE);
        readSome(position, written, random.nextInt(4));
      }
    }
    position.reach(60, NOW);
    position.graceLeft(AFTER_GRACE);
    readSome(position, written, 60);
    assertEquals(State.LIVE, position.state());
    return numbers(written);
  }

  private static void readSome(FeedPosition position, List<Event> written, int most) {
    position.settle();
    Look look = position.look();
    for (int i = 1; i <= most && position.state() == State.REPLAYING; i++) {
      written.addAll(position.replayed(event(look.from() + i)));
      position.settle();
    }
  }
}
