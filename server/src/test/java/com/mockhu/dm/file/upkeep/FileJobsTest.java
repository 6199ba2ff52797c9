package com.mockhu.dm.file.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.metric.Meters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FileJobsTest {

  private static FileCount fails(AtomicInteger tries) {
    tries.incrementAndGet();
    throw new IllegalStateException("a disk is gone; this is only a test");
  }

  @Test
  void a_job_that_fails_stops_no_other_and_is_tried_again() {
    AtomicInteger tries = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    FileJob one = new FileJob("one", "never done", () -> fails(tries));
    FileJob other = new FileJob("other", "done", () -> new FileCount(runs.incrementAndGet(), 300));
    try (FileJobs housekeeping = new FileJobs(List.of(one, other))) {
      housekeeping.round();
      housekeeping.round();
      assertEquals(2, tries.get());
      assertEquals(2, runs.get());

      Meters meters = new Meters();
      housekeeping.addMeters(meters);
      String told = new String(meters.text(), StandardCharsets.UTF_8);
      assertTrue(told.contains("dm_file_job_failures_total{job=\"one\"} 2"));
      assertTrue(told.contains("dm_file_job_files_total{job=\"other\"} 3"));
      assertTrue(told.contains("dm_file_job_bytes_total{job=\"other\"} 600"));
    }
  }
}
