package com.mockhu.dm.people.directory;

import com.mockhu.dm.platform.error.ApiException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts the outcomes of the lines of a bulk push. */
final class BatchReport {
  private static final int MOST_LISTED = 1_000;

  private final List<Failure> failed = new ArrayList<>();
  private int created;
  private int updated;
  private int failedTotal;

  /**
   * @param line from 1
   */
  record Failure(int line, String code, String message) {}

  /**
   * @param updated including people who were unchanged
   * @param failed the first 1,000
   * @param failedTotal all of them
   */
  record View(int created, int updated, List<Failure> failed, int failedTotal) {}

  void stored(boolean isNew) {
    if (isNew) {
      created++;
    } else {
      updated++;
    }
  }

  void failed(int line, ApiException reason) {
    failedTotal++;
    if (failed.size() < MOST_LISTED) {
      failed.add(new Failure(line, reason.code().code(), reason.getMessage()));
    }
  }

  View view() {
    return new View(
        created,
        updated,
        failed.stream().sorted(Comparator.comparing(Failure::line)).toList(),
        failedTotal);
  }
}
