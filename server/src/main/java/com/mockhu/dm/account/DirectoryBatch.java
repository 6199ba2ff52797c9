package com.mockhu.dm.account;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One bulk push. Lines are stored about a thousand at a time, in their order; a bad one fails
 * alone, and what was stored stays when the push breaks off, because to push again changes nothing.
 */
final class DirectoryBatch {
  private static final int MOST_PEOPLE = 1_000;
  private static final int MOST_FOLLOWERS = 50_000;

  private final Directory directory;
  private final BatchReport report = new BatchReport();
  private final List<Numbered> pending = new ArrayList<>();
  private final Set<UUID> pendingIds = new HashSet<>();
  private int pendingFollowers;

  private record Numbered(int line, Person person) {}

  DirectoryBatch(Directory directory) {
    this.directory = directory;
  }

  BatchReport.View run(InputStream stream) {
    Lines lines = new Lines(stream);
    try {
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        take(line);
      }
    } catch (IOException e) {
      throw ApiException.invalid("The body broke off.");
    }
    flush();
    return report.view();
  }

  private void take(Lines.Line line) {
    if (line.isBlank()) {
      return;
    }
    try {
      add(new Numbered(line.number(), parsed(line)));
    } catch (ApiException e) {
      failUnlessAway(line.number(), e);
    }
  }

  private static Person parsed(Lines.Line line) {
    if (line.json() == null) {
      throw new ApiException(
          ErrorCode.PAYLOAD_TOO_LARGE, "The line is longer than " + Lines.LONGEST + " bytes.");
    }
    return DirectoryLine.parse(line.json());
  }

  private void add(Numbered numbered) {
    boolean isFull = pending.size() == MOST_PEOPLE || pendingFollowers >= MOST_FOLLOWERS;
    // One statement cannot write a row twice, and the later line has to win.
    if (isFull || pendingIds.contains(numbered.person.id())) {
      flush();
    }
    pending.add(numbered);
    pendingIds.add(numbered.person.id());
    pendingFollowers += numbered.person.followers().size();
  }

  private void flush() {
    store(pending);
    pending.clear();
    pendingIds.clear();
    pendingFollowers = 0;
  }

  private void store(List<Numbered> lines) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Set<UUID> created = directory.putAll(lines.stream().map(Numbered::person).toList());
      lines.forEach(line -> report.stored(created.contains(line.person.id())));
    } catch (ApiException e) {
      settle(lines, e);
    }
  }

  /** Halves, in their order, until the one with the taken username stands alone. */
  private void settle(List<Numbered> lines, ApiException reason) {
    if (lines.size() == 1) {
      failUnlessAway(lines.getFirst().line, reason);
      return;
    }
    if (reason.code() != ErrorCode.USERNAME_TAKEN) {
      throw reason;
    }
    store(lines.subList(0, lines.size() / 2));
    store(lines.subList(lines.size() / 2, lines.size()));
  }

  private void failUnlessAway(int line, ApiException reason) {
    if (reason.code() == ErrorCode.UNAVAILABLE) {
      throw reason;
    }
    report.failed(line, reason);
  }
}
