package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** History, a fresh sync, each device's kept state and the other person tell the same. */
final class DivergenceCheck {
  private final Map<String, String> shared = new HashMap<>();
  private final Stream.Builder<Anomaly> found = Stream.builder();

  private DivergenceCheck() {}

  static Stream<Anomaly> run(Evidence evidence) {
    DivergenceCheck check = new DivergenceCheck();
    evidence.people().forEach(check::person);
    return check.found.build();
  }

  private void person(String person, PersonState state) {
    state.histories().forEach((conversation, stored) -> people(person, conversation, stored));
    Map<String, String> told =
        state.histories().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Stored::id, m -> m.toldTo(person), (one, other) -> one));
    state.fresh().forEach(m -> compare("a fresh sync of " + person, told.get(m.id()), m, person));
    state.devices().forEach((device, kept) -> device(device, kept, told, person));
  }

  /** Compares each state with the first one. */
  private void people(String person, String conversation, List<Stored> stored) {
    String told = stored.stream().map(Stored::shared).collect(Collectors.joining("\n"));
    String before = shared.putIfAbsent(conversation, told);
    if (before != null && !before.equals(told)) {
      add("the two of " + conversation + " differ at " + firstDifference(before, told));
    }
  }

  private void device(String device, List<Stored> kept, Map<String, String> told, String person) {
    kept.forEach(message -> compare(device, told.get(message.id()), message, person));
    Map<String, Stored> known =
        kept.stream().collect(Collectors.toMap(Stored::id, m -> m, (one, other) -> one));
    told.forEach(
        (id, message) -> {
          if (!known.containsKey(id)) {
            add(device + " never learnt of " + message);
          }
        });
  }

  private void compare(String where, String should, Stored is, String person) {
    if (!is.toldTo(person).equals(should)) {
      add(where + " has " + is.toldTo(person) + ", history has " + should);
    }
  }

  private static String firstDifference(String one, String other) {
    List<String> lines = one.lines().toList();
    List<String> others = other.lines().toList();
    for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
      if (!lines.get(i).equals(others.get(i))) {
        return lines.get(i) + " / " + others.get(i);
      }
    }
    return "their lengths, " + lines.size() + " / " + others.size();
  }

  private void add(String what) {
    found.add(new Anomaly(Kind.DIVERGING, what));
  }
}
