package com.mockhu.dm.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.rules.SourceTree.Measured;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The budgets of lines: they keep each unit short enough to read at once. */
class BudgetTest {
  private static final SourceTree SOURCES = SourceTree.main();

  @Test
  void files_stay_short() {
    assertBudget(SOURCES.files(), 60, 200, 400);
  }

  /** Catalogues and lists of emoji count too: they are read to find a text. */
  @Test
  void scripts_of_the_web_client_stay_short() {
    assertBudget(ScriptFolder.webClient(), 60, 200, 400);
  }

  @Test
  void methods_stay_short() {
    assertBudget(SOURCES.methods(), 5, 15, 40);
  }

  private static void assertBudget(List<Measured> all, int median, int mostly, int longest) {
    assertFalse(all.isEmpty());
    List<Measured> sorted = all.stream().sorted(Comparator.comparing(Measured::lines)).toList();
    assertAll(
        () -> assertShare(sorted, 0.5, median),
        () -> assertShare(sorted, 0.9, mostly),
        () -> assertShare(sorted, 1.0, longest));
  }

  private static void assertShare(List<Measured> sorted, double share, int budget) {
    int last = (int) Math.ceil(share * sorted.size()) - 1;
    List<Measured> over = sorted.stream().filter(each -> each.lines() > budget).toList();
    assertTrue(
        sorted.get(last).lines() <= budget,
        () -> "%.0f %% may have up to %d lines; over it: %s".formatted(share * 100, budget, over));
  }
}
