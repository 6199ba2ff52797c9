package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of {@code seq} agrees with real time, with each socket's own order and with {@code
 * created_at} (behaviour §4.13, §4.14).
 */
final class OrderCheck {
  private OrderCheck() {}

  static Stream<Anomaly> run(Evidence evidence) {
    Map<String, List<Operation>> attempts =
        evidence.history().sends().collect(Collectors.groupingBy(Operation::subject));
    return evidence.eachHistory(
        (person, stored) -> {
          List<Placed> placed = placed(stored, attempts);
          return Stream.of(clock(stored), realTime(placed), sockets(placed)).flatMap(each -> each);
        });
  }

  /** A message and the attempts that may have stored it, in the order they were made. */
  private record Placed(Stored stored, List<Operation> attempts) {
    long invoked() {
      return attempts.getFirst().invoked();
    }

    long acknowledged() {
      return attempts.stream()
          .filter(each -> each.outcome() instanceof Outcome.Ok)
          .mapToLong(Operation::ended)
          .min()
          .orElse(Long.MAX_VALUE);
    }

    long seq() {
      return stored.seq();
    }
  }

  private static List<Placed> placed(List<Stored> stored, Map<String, List<Operation>> attempts) {
    return stored.stream()
        .filter(each -> each.text() != null && attempts.containsKey(each.text()))
        .map(each -> new Placed(each, sorted(attempts.get(each.text()))))
        .toList();
  }

  private static List<Operation> sorted(List<Operation> attempts) {
    return attempts.stream().sorted(Comparator.comparingLong(Operation::invoked)).toList();
  }

  private static Stream<Anomaly> clock(List<Stored> stored) {
    Stream.Builder<Anomaly> found = Stream.builder();
    for (int i = 1; i < stored.size(); i++) {
      Instant before = Instant.parse(stored.get(i - 1).createdAt());
      if (Instant.parse(stored.get(i).createdAt()).isBefore(before)) {
        found.add(reordered("created_at runs back at " + stored.get(i)));
      }
    }
    return found.build();
  }

  /** A send that began after the acknowledgement of another has a higher number. */
  private static Stream<Anomaly> realTime(List<Placed> placed) {
    List<Placed> ends =
        placed.stream().sorted(Comparator.comparingLong(Placed::acknowledged)).toList();
    Stream.Builder<Anomaly> found = Stream.builder();
    long highest = 0;
    int next = 0;
    for (Placed each : placed.stream().sorted(Comparator.comparingLong(Placed::invoked)).toList()) {
      for (; ends.size() > next && ends.get(next).acknowledged() < each.invoked(); next++) {
        highest = Math.max(highest, ends.get(next).seq());
      }
      if (each.seq() < highest) {
        found.add(reordered(each.stored() + " was begun after seq " + highest + " was there"));
      }
    }
    return found.build();
  }

  /** Any attempt may have stored a repeated send, so it is not used for the order. */
  private static Stream<Anomaly> sockets(List<Placed> placed) {
    Map<String, Placed> latest = new HashMap<>();
    Stream.Builder<Anomaly> found = Stream.builder();
    placed.stream()
        .filter(each -> each.attempts().size() == 1)
        .filter(each -> each.attempts().getFirst().connection() > 0)
        .sorted(Comparator.comparingLong(Placed::invoked))
        .forEach(
            each -> {
              Placed before = latest.put(socket(each.attempts().getFirst()), each);
              if (before != null && before.seq() > each.seq()) {
                found.add(
                    reordered("one socket sent " + before.stored() + ", then " + each.stored()));
              }
            });
    return found.build();
  }

  private static String socket(Operation operation) {
    return operation.device() + " " + operation.connection();
  }

  private static Anomaly reordered(String what) {
    return new Anomaly(Kind.REORDERED, what);
  }
}
