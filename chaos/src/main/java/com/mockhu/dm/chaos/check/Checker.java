package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges a round. */
public final class Checker {
  private static final List<Function<Evidence, Stream<Anomaly>>> CHECKS =
      List.of(
          LostCheck::run,
          ReceiptCheck::run,
          FileCheck::run,
          PhantomCheck::run,
          DuplicateCheck::run,
          OrderCheck::run,
          GapCheck::run,
          DivergenceCheck::run,
          CounterCheck::run,
          Checker::troubles);

  private Checker() {}

  /** Everything that is wrong; empty when all promises were kept. */
  public static List<Anomaly> check(Evidence evidence) {
    return CHECKS.stream().flatMap(check -> check.apply(evidence)).distinct().toList();
  }

  private static Stream<Anomaly> troubles(Evidence evidence) {
    Stream<Anomaly> met =
        evidence.history().troubles().stream()
            .map(each -> new Anomaly(Kind.valueOf(each.kind().name()), each.what()));
    Stream<Anomaly> inside =
        evidence.database().stream().map(what -> new Anomaly(Kind.GAP, "in the database: " + what));
    return Stream.concat(met, inside);
  }
}
