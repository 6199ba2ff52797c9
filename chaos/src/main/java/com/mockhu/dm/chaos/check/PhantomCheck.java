package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Outcome;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every stored message was sent, and not refused every time (behaviour §4.12). */
final class PhantomCheck {
  private PhantomCheck() {}

  static Stream<Anomaly> run(Evidence evidence) {
    Set<String> possible =
        evidence
            .history()
            .sends()
            .filter(send -> !(send.outcome() instanceof Outcome.Failed))
            .map(Operation::subject)
            .collect(Collectors.toSet());
    return evidence
        .allStored()
        .map(Stored::text)
        .filter(Objects::nonNull)
        .filter(text -> !possible.contains(text))
        .map(text -> new Anomaly(Kind.PHANTOM, "“" + text + "” was refused or never sent"));
  }
}
