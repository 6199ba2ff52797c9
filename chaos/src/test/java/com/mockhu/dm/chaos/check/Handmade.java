package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.history.History;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Operation.Kind;
import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.history.Sight;
import com.mockhu.dm.chaos.history.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ann and Ben, who have one conversation, and a round between them that a test spoils. */
final class Handmade {
  static final String TALK = "talk";
  static final String FILE = "file";

  final List<Operation> operations = new ArrayList<>();
  final List<Sight> sights = new ArrayList<>();
  final List<Trouble> troubles = new ArrayList<>();
  final Map<String, List<Stored>> histories = new TreeMap<>();
  final Map<String, List<Stored>> fresh = new TreeMap<>();
  final Map<String, List<Stored>> devices = new TreeMap<>();
  final Map<String, Integer> unread = new HashMap<>();
  final Map<String, String> downloads = new HashMap<>(Map.of(FILE, "digest"));
  final List<String> database = new ArrayList<>();
  private long now;

  /** Three messages of Ann's, of which Ben read the first and the last was repeated. */
  Handmade() {
    send("ann", 1, "one", new Outcome.Ok("m1", 1));
    send("ann", 1, "two", new Outcome.Ok("m2", 2));
    operation(Kind.READ, "ben", 0, null, 1, new Outcome.Ok("", 0));
    send("ann", 2, "three", new Outcome.Unknown("the socket closed"));
    send("ann", 3, "three", new Outcome.Ok("m3", 3));
    send("ben", 1, "at the wrong door", new Outcome.Failed("403 not_participant"));
    List<Stored> stored =
        List.of(message(1, "one", true), message(2, "two", false), message(3, "three", false));
    for (String person : List.of("ann", "ben")) {
      histories.put(person, new ArrayList<>(stored));
      fresh.put(person, new ArrayList<>(stored));
      devices.put(person, new ArrayList<>(stored));
      stored.forEach(
          m -> sights.add(new Sight(person + "'s phone", true, TALK, m.id(), m.seq(), 1)));
    }
    unread.put("ann", 0);
    unread.put("ben", 2);
  }

  void send(String person, int connection, String text, Outcome outcome) {
    operation(Kind.SEND, person, connection, text, 0, outcome);
  }

  void operation(
      Kind kind, String person, int connection, String subject, long seq, Outcome outcome) {
    String device = person + "'s phone";
    long invoked = ++now;
    operations.add(
        new Operation(
            kind, person, device, connection, TALK, subject, null, seq, invoked, ++now, outcome));
  }

  static Stored message(long seq, String text, boolean isRead) {
    return stored("m" + seq, seq, text, isRead, "2026-11-22T10:00:0" + seq + "Z");
  }

  static Stored stored(String id, long seq, String text, boolean isRead, String at) {
    String status = isRead ? "read" : "sent";
    return new Stored(id, TALK, seq, "ann", text, false, isRead, status, at, List.of(FILE));
  }

  /**
   * Both people's history, fresh sync and devices change alike, so that only one thing is wrong.
   */
  void everywhere(int index, Stored changed) {
    for (Map<String, List<Stored>> view : List.of(histories, fresh, devices)) {
      view.values().forEach(stored -> stored.set(index, changed));
    }
  }

  void everywhereAdd(Stored more) {
    for (Map<String, List<Stored>> view : List.of(histories, fresh, devices)) {
      view.values().forEach(stored -> stored.add(more));
    }
    unread.merge("ben", 1, Integer::sum);
  }

  List<Anomaly> judged() {
    Map<String, PersonState> people = new TreeMap<>();
    histories.keySet().forEach(person -> people.put(person, state(person)));
    History history = new History(operations, sights, troubles);
    return Checker.check(
        new Evidence(history, people, Map.of(FILE, "digest"), downloads, database));
  }

  private PersonState state(String person) {
    int count = unread.get(person);
    PersonState.Inbox inbox =
        new PersonState.Inbox(
            Map.of(TALK, count),
            Map.of(TALK, histories.get(person).getLast().id()),
            1,
            count,
            count,
            count > 0 ? 1 : 0);
    return new PersonState(
        Map.of(TALK, histories.get(person)),
        fresh.get(person),
        Map.of(person + "'s phone", devices.get(person)),
        inbox);
  }
}
