package com.mockhu.dm.chaos.client;

import com.mockhu.dm.chaos.check.Anomaly;
import com.mockhu.dm.chaos.check.Checker;
import com.mockhu.dm.chaos.check.Evidence;
import com.mockhu.dm.chaos.check.PersonState;
import com.mockhu.dm.chaos.history.History;
import java.util.List;
import java.util.Map;

/** The final state that the API returns to all people. */
public record FinalState(
    Map<String, PersonState> people, Map<String, String> files, Map<String, String> downloads) {

  public Evidence with(History history, List<String> database) {
    return new Evidence(history, people, files, downloads, database);
  }

  /** Whether all tell the same already; devices may need a moment. */
  boolean isConverged() {
    History nothing = new History(List.of(), List.of(), List.of());
    return Checker.check(with(nothing, List.of())).stream()
        .noneMatch(each -> each.kind() == Anomaly.Kind.DIVERGING);
  }

  public List<String> conversations() {
    return people.values().stream()
        .flatMap(each -> each.histories().keySet().stream())
        .distinct()
        .toList();
  }
}
