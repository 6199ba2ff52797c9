package com.mockhu.dm.bench.scenario.campus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class ActivityTest {
  @Test
  void shares_are_percentages() {
    assertEquals(100, Activity.hundred().size());
    assertEquals(40, Collections.frequency(Activity.hundred(), Activity.SEND));
  }

  @Test
  void every_run_does_the_same() {
    assertEquals(Activity.hundred(), Activity.hundred());
  }
}
