package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each text and each id occurs once: every send has a unique text (behaviour §4.8). */
final class DuplicateCheck {
  private DuplicateCheck() {}

  static Stream<Anomaly> run(Evidence evidence) {
    return evidence.eachHistory(
        (person, stored) ->
            Stream.concat(twice(stored, Stored::text), twice(stored, Stored::id))
                .map(what -> new Anomaly(Kind.DUPLICATED, "“" + what + "” for " + person)));
  }

  private static Stream<String> twice(List<Stored> stored, Function<Stored, String> mark) {
    Set<String> seen = new HashSet<>();
    return stored.stream().map(mark).filter(Objects::nonNull).filter(each -> !seen.add(each));
  }
}
