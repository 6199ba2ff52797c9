package com.mockhu.dm.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  private static Tally fails() {
    throw new IllegalStateException("a disk is gone; this is only a test");
  }

  @Test
  void what_jobs_did_is_added_up_and_one_that_fails_stops_no_other() {
    Map<String, Supplier<Tally>> jobs = new LinkedHashMap<>();
    jobs.put("one", HousekeepingTest::fails);
    jobs.put("other", () -> new Tally(2, 300));
    try (Housekeeping housekeeping = new Housekeeping(jobs)) {
      housekeeping.round();
      housekeeping.round();
      assertEquals(Map.of("one", Tally.NOTHING, "other", new Tally(4, 600)), housekeeping.totals());
    }
  }
}
