package com.mockhu.dm.platform.http.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.settings.Environment;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The bounds as they are by default; a tick is a second. */
class ConnectionTimerTest {
  private static final NetworkBounds BOUNDS = NetworkBounds.from(Environment.of(Map.of()));

  private final ConnectionTimer timer = new ConnectionTimer(BOUNDS);

  /** How many seconds it is kept, with so many bytes arriving in each. */
  private int secondsKept(int bytesPerSecond, int most) {
    for (int second = 1; second <= most; second++) {
      if (bytesPerSecond > 0) {
        timer.heard(bytesPerSecond);
      }
      if (timer.tick(true, false) != Verdict.KEEP) {
        return second - 1;
      }
    }
    return most;
  }

  @Test
  void a_head_has_ten_seconds_whether_nothing_comes_or_a_byte_now_and_then() {
    assertEquals(10, secondsKept(0, 100));
    assertEquals(10, new ConnectionTimerTest().secondsKept(1, 100));
  }

  @Test
  void a_body_that_does_not_come_has_ten_seconds() {
    timer.headRead();
    assertEquals(9, secondsKept(0, 100));
  }

  @Test
  void a_body_may_be_slow_but_not_below_the_rate() {
    timer.headRead();
    assertEquals(9, secondsKept(1_023, 100));
    ConnectionTimerTest other = new ConnectionTimerTest();
    other.timer.headRead();
    assertEquals(60, other.secondsKept(1_024, 100));
  }

  @Test
  void a_body_that_began_well_and_stopped_is_late() {
    timer.headRead();
    timer.heard(50_000_000);
    assertEquals(19, secondsKept(0, 100));
  }

  @Test
  void an_upload_on_a_slow_line_is_given_an_hour() {
    timer.headRead();
    timer.readsUpload(false);
    assertEquals(3_600, secondsKept(30_000, 10_000));
  }

  @Test
  void an_upload_that_sends_a_byte_every_twenty_seconds_is_late() {
    timer.headRead();
    timer.readsUpload(false);
    timer.heard(1);
    assertEquals(9, secondsKept(0, 100));
  }

  @Test
  void time_in_which_the_server_does_not_read_or_was_not_ready_is_not_counted() {
    timer.headRead();
    timer.readsUpload(true);
    assertEquals(100, secondsKept(0, 100));
    timer.wantBody();
    for (int i = 0; i < 100; i++) {
      assertEquals(Verdict.KEEP, timer.tick(false, false));
    }
    assertEquals(9, secondsKept(0, 100));
  }

  @Test
  void a_late_body_is_told_so_once_and_then_cut() {
    AtomicInteger told = new AtomicInteger();
    timer.headRead();
    timer.whenBodyLate(told::incrementAndGet);
    assertTrue(secondsKept(0, 100) < 20);
    assertEquals(1, told.get());
  }

  @Test
  void an_answer_may_take_its_time_and_an_idle_connection_has_75_seconds() {
    timer.headRead();
    timer.bodyRead(false);
    assertEquals(1_000, secondsKept(0, 1_000));
    timer.answered(false);
    assertEquals(75, secondsKept(0, 100));
  }

  @Test
  void an_answer_that_is_still_being_read_is_no_idleness() {
    timer.headRead();
    timer.bodyRead(false);
    timer.answered(false);
    for (int i = 0; i < 1_000; i++) {
      assertEquals(Verdict.KEEP, timer.tick(true, true));
    }
  }

  @Test
  void the_first_byte_of_the_next_request_begins_its_ten_seconds() {
    timer.headRead();
    timer.bodyRead(false);
    timer.answered(false);
    secondsKept(0, 60);
    timer.heard(1);
    assertEquals(10, secondsKept(1, 100));
  }

  @Test
  void a_pipelined_request_owes_an_answer_of_its_own() {
    timer.headRead();
    timer.bodyRead(true);
    timer.headRead();
    timer.bodyRead(false);
    timer.answered(false);
    assertEquals(500, secondsKept(0, 500));
    timer.answered(false);
    assertEquals(75, secondsKept(0, 500));
  }
}
