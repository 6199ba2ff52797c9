package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import com.mockhu.dm.chaos.history.Sight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code seq} is 1, 2, 3 in each history, and a socket shows a conversation's messages in that
 * order and none too few (behaviour §4.13, §8.9).
 */
final class GapCheck {
  private GapCheck() {}

  static Stream<Anomaly> run(Evidence evidence) {
    return Stream.concat(
        evidence.eachHistory(GapCheck::numbers), sockets(evidence.history().sights()));
  }

  private static Stream<Anomaly> numbers(String person, List<Stored> stored) {
    Stream.Builder<Anomaly> found = Stream.builder();
    for (int i = 0; i < stored.size(); i++) {
      if (stored.get(i).seq() != i + 1) {
        found.add(gap("place " + (i + 1) + " for " + person + " holds " + stored.get(i)));
        break;
      }
    }
    return found.build();
  }

  private static Stream<Anomaly> sockets(List<Sight> sights) {
    Map<String, Long> latest = new HashMap<>();
    Stream.Builder<Anomaly> found = Stream.builder();
    for (Sight sight : sights) {
      if (sight.isLive()) {
        String line = sight.device() + " " + sight.conversation();
        Long before = latest.put(line, sight.seq());
        if (sight.seq() != (before == null ? 0 : before) + 1) {
          found.add(gap(sight + " came after " + before));
        }
      }
    }
    return found.build();
  }

  private static Anomaly gap(String what) {
    return new Anomaly(Kind.GAP, what);
  }
}
