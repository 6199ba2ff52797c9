package com.mockhu.dm.chaos.check;

import static com.mockhu.dm.chaos.check.Handmade.message;
import static com.mockhu.dm.chaos.check.Handmade.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.history.Sight;
import com.mockhu.dm.chaos.history.Trouble;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private final Handmade round = new Handmade();

  private void assertFound(Kind... kinds) {
    List<Anomaly> anomalies = round.judged();
    Set<Kind> found = anomalies.stream().map(Anomaly::kind).collect(Collectors.toSet());
    assertEquals(Set.of(kinds), found, anomalies::toString);
  }

  @Test
  void a_round_in_which_all_was_kept_is_clean() {
    assertFound();
  }

  @Test
  void a_send_that_was_left_open_may_be_there_or_not() {
    round.send("ann", 4, "four", new Outcome.Unknown("no answer"));
    assertFound();
    round.everywhereAdd(message(4, "four", false));
    assertFound();
  }

  @Test
  void an_acknowledged_message_that_is_gone_is_lost() {
    round.send("ann", 4, "four", new Outcome.Ok("m4", 4));
    assertFound(Kind.LOST);
  }

  @Test
  void an_acknowledged_message_with_another_content_is_lost() {
    round.send("ann", 4, "four", new Outcome.Unknown("no answer"));
    round.send("ann", 4, "for", new Outcome.Ok("m4", 4));
    round.everywhereAdd(message(4, "four", false));
    assertFound(Kind.LOST);
  }

  @Test
  void a_message_that_one_of_two_was_shown_and_is_gone_is_lost() {
    round.sights.add(new Sight("ben's tablet", false, Handmade.TALK, "m9", 9, 1));
    assertFound(Kind.LOST);
  }

  @Test
  void an_acknowledged_deletion_that_had_no_effect_is_lost() {
    round.operation(Operation.Kind.DELETE, "ann", 0, "m2", 0, new Outcome.Ok("", 0));
    assertFound(Kind.LOST);
  }

  @Test
  void an_acknowledged_reading_that_had_no_effect_is_lost() {
    round.operation(Operation.Kind.READ_ONE, "ben", 0, "m2", 0, new Outcome.Ok("", 0));
    assertFound(Kind.LOST);
    round.operations.removeLast();
    round.operation(Operation.Kind.READ, "ben", 0, null, 2, new Outcome.Ok("", 0));
    assertFound(Kind.LOST);
  }

  @Test
  void a_file_that_comes_back_otherwise_is_lost() {
    round.downloads.put(Handmade.FILE, "another digest");
    assertFound(Kind.LOST);
  }

  @Test
  void a_refused_message_that_is_there_is_a_phantom() {
    round.everywhereAdd(message(4, "at the wrong door", false));
    assertFound(Kind.PHANTOM);
  }

  @Test
  void a_message_nobody_sent_is_a_phantom() {
    round.everywhereAdd(message(4, "out of thin air", false));
    assertFound(Kind.PHANTOM);
  }

  @Test
  void a_text_that_stands_twice_is_duplicated() {
    round.everywhereAdd(message(4, "three", false));
    assertFound(Kind.DUPLICATED);
  }

  @Test
  void a_message_before_one_that_was_there_when_it_began_is_reordered() {
    round.send("ben", 0, "later", new Outcome.Ok("m5", 5));
    round.send("ben", 0, "latest", new Outcome.Ok("m4", 4));
    round.everywhereAdd(message(4, "latest", false));
    round.everywhereAdd(message(5, "later", false));
    assertFound(Kind.REORDERED);
  }

  @Test
  void two_of_one_socket_that_stand_the_other_way_round_are_reordered() {
    round.send("ann", 9, "first", new Outcome.Unknown("no answer"));
    round.send("ann", 9, "second", new Outcome.Unknown("no answer"));
    round.everywhereAdd(message(4, "second", false));
    round.everywhereAdd(message(5, "first", false));
    assertFound(Kind.REORDERED);
  }

  @Test
  void two_of_different_sockets_that_were_left_open_may_stand_as_they_like() {
    round.send("ann", 9, "first", new Outcome.Unknown("no answer"));
    round.send("ann", 10, "second", new Outcome.Unknown("no answer"));
    round.everywhereAdd(message(4, "second", false));
    round.everywhereAdd(message(5, "first", false));
    assertFound();
  }

  @Test
  void a_time_that_runs_back_is_reordered() {
    round.everywhere(2, stored("m3", 3, "three", false, "2026-11-22T09:00:00Z"));
    assertFound(Kind.REORDERED);
  }

  @Test
  void a_missing_number_is_a_gap() {
    round.send("ann", 4, "five", new Outcome.Ok("m5", 5));
    round.everywhereAdd(message(5, "five", false));
    assertFound(Kind.GAP);
  }

  @Test
  void a_socket_that_shows_a_later_message_first_has_a_gap() {
    round.sights.add(new Sight("ben's tablet", true, Handmade.TALK, "m2", 2, 1));
    assertFound(Kind.GAP);
  }

  @Test
  void what_the_database_itself_gets_wrong_is_told() {
    round.database.add("feed of ann: 3 events of 4");
    assertFound(Kind.GAP);
  }

  @Test
  void two_people_with_different_histories_diverge() {
    round.histories.get("ann").set(1, message(2, "two", true));
    round.fresh.get("ann").set(1, message(2, "two", true));
    round.devices.get("ann").set(1, message(2, "two", true));
    assertFound(Kind.DIVERGING);
  }

  @Test
  void a_device_that_missed_a_message_diverges() {
    round.devices.get("ben").removeLast();
    assertFound(Kind.DIVERGING);
  }

  @Test
  void a_device_that_missed_a_receipt_diverges() {
    round.devices.get("ann").set(0, message(1, "one", false));
    assertFound(Kind.DIVERGING);
  }

  @Test
  void a_fresh_sync_that_tells_something_else_diverges() {
    round.fresh.get("ben").set(2, message(3, "tree", false));
    assertFound(Kind.DIVERGING);
  }

  @Test
  void a_number_that_does_not_add_up_is_wrong() {
    round.unread.put("ben", 1);
    assertFound(Kind.WRONG_COUNT);
  }

  @Test
  void troubles_that_clients_met_are_told() {
    round.troubles.add(new Trouble(Trouble.Kind.STUCK, "not served", 1));
    assertFound(Kind.STUCK);
    round.troubles.set(0, new Trouble(Trouble.Kind.UNEXPECTED, "500 internal_error", 1));
    assertFound(Kind.UNEXPECTED);
  }
}
