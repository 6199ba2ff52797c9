package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every acknowledged or received message exists unchanged for both people (behaviour §4.1). */
final class LostCheck {
  private final Evidence evidence;
  private final Map<String, Map<String, Stored>> histories = new HashMap<>();

  private LostCheck(Evidence evidence) {
    this.evidence = evidence;
    evidence.people().forEach((person, state) -> histories.put(person, byId(state)));
  }

  private static Map<String, Stored> byId(PersonState state) {
    return state.histories().values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(Stored::id, Function.identity(), (one, other) -> one));
  }

  static Stream<Anomaly> run(Evidence evidence) {
    return new LostCheck(evidence).anomalies();
  }

  private Stream<Anomaly> anomalies() {
    Stream<Anomaly> acknowledged = evidence.history().operations().stream().flatMap(this::promise);
    return Stream.concat(acknowledged, evidence.history().sights().stream().flatMap(this::shown));
  }

  private Stream<Anomaly> promise(Operation operation) {
    return operation.outcome() instanceof Outcome.Ok ok
        ? members(operation.conversation()).flatMap(person -> promise(operation, ok, person))
        : Stream.empty();
  }

  private Stream<Anomaly> promise(Operation operation, Outcome.Ok ok, String person) {
    return switch (operation.kind()) {
      case SEND -> sent(operation, ok, person);
      case DELETE -> deleted(operation, person);
      case READ, READ_ONE -> Stream.empty();
    };
  }

  private Stream<String> members(String conversation) {
    return evidence.people().entrySet().stream()
        .filter(each -> each.getValue().histories().containsKey(conversation))
        .map(Map.Entry::getKey);
  }

  private Stream<Anomaly> sent(Operation send, Outcome.Ok ok, String person) {
    Stored stored = histories.get(person).get(ok.messageId());
    if (stored == null) {
      return lost("“" + send.subject() + "” was acknowledged and is gone for " + person);
    }
    boolean isSame = stored.isDeleted() || send.subject().equals(stored.text());
    return isSame && stored.seq() == ok.seq()
        ? Stream.empty()
        : lost("“" + send.subject() + "”, acknowledged as " + ok + ", has become " + stored);
  }

  private Stream<Anomaly> deleted(Operation deletion, String person) {
    Stored stored = histories.get(person).get(deletion.subject());
    return stored != null && stored.isDeleted()
        ? Stream.empty()
        : lost("the deletion of " + deletion.subject() + " has no effect for " + person);
  }

  private Stream<Anomaly> shown(com.mockhu.dm.chaos.history.Sight sight) {
    return members(sight.conversation())
        .filter(person -> !histories.get(person).containsKey(sight.messageId()))
        .flatMap(person -> lost(sight + " is gone for " + person));
  }

  private static Stream<Anomaly> lost(String what) {
    return Stream.of(new Anomaly(Kind.LOST, what));
  }
}
