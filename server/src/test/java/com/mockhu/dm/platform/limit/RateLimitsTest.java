package com.mockhu.dm.platform.limit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.settings.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Sliding windows (behaviour §11.2, §11.3, §4.7). */
class RateLimitsTest {
  private static final RateLimit MESSAGES = new RateLimit("messages_per_minute", 10);
  private static final RateLimit CONVERSATIONS = new RateLimit("conversations_per_minute", 30);
  private static final List<Limit> LIMITS = List.of(MESSAGES, CONVERSATIONS);
  private static final long MINUTE = TimeUnit.SECONDS.toNanos(60);

  /** So near the end of what it can show that it wraps in a test: nanosecond clocks may. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5 * MINUTE);

  private final RateLimits limits = limits("on", 10);

  private RateLimits limits(String state, int messages) {
    Map<String, String> settings =
        Map.of("DM_LIMITS", state, "DM_LIMITS_MESSAGES_PER_MINUTE", Integer.toString(messages));
    return new RateLimits(LimitSettings.from(Environment.of(settings), LIMITS), now::get);
  }

  private RateLimits.Permit send(String person) {
    return limits.charge(MESSAGES, person);
  }

  private ApiException refused(String person) {
    ApiException refusal = assertThrows(ApiException.class, () -> send(person));
    assertEquals(ErrorCode.RATE_LIMITED, refusal.code());
    return refusal;
  }

  @Test
  void the_eleventh_message_of_a_minute_is_refused_with_the_time_to_wait() {
    IntStream.range(0, 10).forEach(i -> send("alice"));
    now.addAndGet(MINUTE - TimeUnit.MILLISECONDS.toNanos(1_001));
    assertEquals(2, refused("alice").retryAfter());
    assertEquals(10, refused("alice").details().get("quota"));
    now.addAndGet(TimeUnit.SECONDS.toNanos(2));
    send("alice");
  }

  @Test
  void one_persons_haste_costs_nobody_else_and_no_other_limit() {
    IntStream.range(0, 10).forEach(i -> send("alice"));
    refused("alice");
    send("bob");
    limits.charge(CONVERSATIONS, "alice");
  }

  @Test
  void what_is_given_back_frees_its_place_at_once() {
    IntStream.range(0, 9).forEach(i -> send("alice"));
    RateLimits.Permit last = send("alice");
    refused("alice");
    last.giveBack();
    send("alice");
    refused("alice");
  }

  @Test
  void giving_back_what_has_lapsed_frees_nothing_twice() {
    RateLimits.Permit early = send("alice");
    now.addAndGet(MINUTE);
    IntStream.range(0, 10).forEach(i -> send("alice"));
    early.giveBack();
    refused("alice");
  }

  private RateLimitStatus standing() {
    return limits.status(MESSAGES, "alice").orElseThrow();
  }

  @Test
  void one_can_see_what_is_left_and_when_there_will_be_more() {
    assertEquals(new RateLimitStatus("messages_per_minute", 10, 60, 10, 0), standing());
    send("alice");
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(20_500));
    send("alice");
    assertEquals(new RateLimitStatus("messages_per_minute", 10, 60, 8, 40), standing());
    now.addAndGet(TimeUnit.SECONDS.toNanos(40));
    assertEquals(9, standing().remaining());
    assertTrue(limits("off", 1).status(MESSAGES, "alice").isEmpty());
  }

  @Test
  void nobody_is_counted_while_limits_are_off() {
    RateLimits off = limits("off", 1);
    for (int i = 0; i < 1_000; i++) {
      off.charge(MESSAGES, "alice").giveBack();
      off.charge(MESSAGES, "alice");
    }
  }

  /** {@code isStored}: a send that was refused for another reason gives its place back. */
  record Attempt(long pauseNanos, boolean isStored) {}

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    Arbitrary<Long> pauses =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.longs().between(0, MINUTE / 8)),
            net.jqwik.api.Tuple.of(2, Arbitraries.just(0L)),
            net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(MINUTE - 2, MINUTE + 2)));
    Arbitrary<Boolean> stored = Arbitraries.of(true, true, true, false);
    return Combinators.combine(pauses, stored).as(Attempt::new).list().ofMaxSize(80);
  }

  @Property(tries = 500)
  @Tag("property")
  void no_minute_ever_holds_more_than_the_limit_and_no_place_is_wasted(
      @ForAll("attempts") List<Attempt> attempts) {
    int quota = 5;
    AtomicLong clock = new AtomicLong(Long.MAX_VALUE - MINUTE);
    Map<String, String> five = Map.of("DM_LIMITS_MESSAGES_PER_MINUTE", "5");
    RateLimits strict =
        new RateLimits(LimitSettings.from(Environment.of(five), LIMITS), clock::get);
    List<Long> stored = new ArrayList<>();
    for (Attempt attempt : attempts) {
      long time = clock.addAndGet(attempt.pauseNanos);
      long recent = stored.stream().filter(t -> time - t < MINUTE).count();
      if (recent < quota) {
        RateLimits.Permit permit = assertDoesNotThrow(() -> strict.charge(MESSAGES, "alice"));
        keep(attempt, permit, stored, time);
      } else {
        assertWaitIsEnough(strict, clock, stored);
      }
    }
    assertTrue(stored.stream().allMatch(t -> minuteFrom(t, stored) <= quota));
  }

  private static void keep(
      Attempt attempt, RateLimits.Permit permit, List<Long> stored, long time) {
    if (attempt.isStored) {
      stored.add(time);
    } else {
      permit.giveBack();
    }
  }

  private static void assertWaitIsEnough(RateLimits limits, AtomicLong clock, List<Long> stored) {
    ApiException refusal = assertThrows(ApiException.class, () -> limits.charge(MESSAGES, "alice"));
    long time = clock.addAndGet(TimeUnit.SECONDS.toNanos(refusal.retryAfter()));
    assertDoesNotThrow(() -> limits.charge(MESSAGES, "alice"));
    stored.add(time);
  }

  private static long minuteFrom(long start, List<Long> stored) {
    return stored.stream().filter(t -> t - start >= 0 && t - start < MINUTE).count();
  }
}
