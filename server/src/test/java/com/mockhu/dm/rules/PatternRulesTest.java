package com.mockhu.dm.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.rules.PatternCalls.Call;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Regular expressions of the server take linear time and a bounded stack: one that does not is a
 * way to stop the server with a single header.
 */
class PatternRulesTest {
  /** They read files that ship with the server, and no input from outside. */
  private static final Set<String> OWN_TEXT =
      Set.of("Comments.java", "Modules.java", "Story.java", "Narrator.java", "Portraits.java");

  /** Calls whose pattern is no literal, on what an operator has set. */
  private static final Set<String> NO_LITERAL = Set.of("S3Settings.java matches");

  private static List<Call> calls() {
    return PatternCalls.ofServer().stream()
        .filter(call -> !OWN_TEXT.contains(call.file()))
        .toList();
  }

  @Test
  void every_pattern_stands_in_the_source_where_it_can_be_proved() {
    Set<String> unknown = new TreeSet<>();
    calls().stream()
        .filter(call -> call.pattern() == null)
        .forEach(call -> unknown.add(call.file() + " " + call.method()));
    unknown.removeAll(NO_LITERAL);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void every_pattern_looks_at_each_character_a_bounded_number_of_times() {
    List<Call> known = calls().stream().filter(call -> call.pattern() != null).toList();
    assertFalse(known.isEmpty());
    Set<String> costly = new TreeSet<>();
    for (Call call : known) {
      PatternCost.fault(call.pattern(), call.isSearching())
          .ifPresent(fault -> costly.add(call.file() + " " + call.pattern() + ": " + fault));
    }
    assertEquals(Set.of(), costly);
  }

  @Test
  void the_proof_finds_what_once_stopped_the_server() {
    assertTrue(PatternCost.fault("\\s*,\\s*", true).isPresent());
    assertTrue(PatternCost.fault("(?:[^\"\\\\]|\\\\.)*", false).isPresent());
    assertTrue(PatternCost.fault("(a+)+", false).isPresent());
    assertTrue(PatternCost.fault("[^,]+", true).isEmpty());
  }
}
