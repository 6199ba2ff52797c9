package com.mockhu.dm.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  private static FileCount fails(AtomicInteger tries) {
    tries.incrementAndGet();
    throw new IllegalStateException("a disk is gone; this is only a test");
  }

  @Test
  void a_job_that_fails_stops_no_other_and_is_tried_again() {
    AtomicInteger tries = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    Map<String, Supplier<FileCount>> jobs = new LinkedHashMap<>();
    jobs.put("one", () -> fails(tries));
    jobs.put("other", () -> new FileCount(runs.incrementAndGet(), 300));
    try (Housekeeping housekeeping = new Housekeeping(jobs)) {
      housekeeping.round();
      housekeeping.round();
      assertEquals(2, tries.get());
      assertEquals(2, runs.get());
    }
  }
}
