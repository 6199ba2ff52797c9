package com.mockhu.dm.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.chaos.check.Anomaly;
import com.mockhu.dm.chaos.check.Anomaly.Kind;
import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.standin.Flaw;
import com.mockhu.dm.chaos.standin.StandIn;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way, from clients over the wire to the judgement, against a server with a flaw. */
class FlawTest {
  private static final Duration MOMENT = Duration.ofMillis(400);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final Map<Flaw, Future<Verdict>> VERDICTS = new EnumMap<>(Flaw.class);

  /** All at once: a round is mostly waiting. */
  @BeforeAll
  static void start() {
    for (Flaw flaw : Flaw.values()) {
      VERDICTS.put(flaw, THREADS.submit(() -> judged(flaw)));
    }
  }

  @AfterAll
  static void stop() {
    THREADS.close();
  }

  private static Verdict judged(Flaw flaw) throws Exception {
    try (StandIn standIn = new StandIn(flaw)) {
      Duration recovery = flaw == Flaw.NEVER_COMES_BACK ? MOMENT.multipliedBy(5) : LONGEST;
      Duration convergence = flaw == Flaw.NONE ? LONGEST : MOMENT;
      RoundSettings settings = new RoundSettings(1, 3, MOMENT, MOMENT, recovery, convergence);
      return new Trial(standIn.site(), settings, standIn).run();
    }
  }

  @Test
  void a_server_without_a_flaw_passes() throws Exception {
    Verdict verdict = VERDICTS.get(Flaw.NONE).get();
    assertEquals(List.of(), verdict.anomalies());
    assertTrue(
        verdict.history().count(Outcome.Unknown.class::isInstance) > 0,
        "no send was left open: the fault did nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "ACKNOWLEDGES_BEFORE_COMMIT, LOST",
    "FORGETS_KEYS, DUPLICATED",
    "NUMBERS_AT_THE_BEGINNING, DIVERGING",
    "STORES_THE_REFUSED, PHANTOM",
    "MISCOUNTS_UNREAD, WRONG_COUNT",
    "SWAPS_NEIGHBOURS, REORDERED",
    "SKIPS_A_NUMBER, GAP",
    "UNDOES_DELETIONS, LOST",
    "NEVER_COMES_BACK, STUCK"
  })
  void a_flaw_is_caught(Flaw flaw, Kind kind) throws Exception {
    List<Anomaly> anomalies = VERDICTS.get(flaw).get().anomalies();
    assertTrue(anomalies.stream().anyMatch(each -> each.kind() == kind), anomalies::toString);
  }
}
