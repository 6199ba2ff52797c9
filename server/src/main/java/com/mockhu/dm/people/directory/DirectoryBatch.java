package com.mockhu.dm.people.directory;

import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.people.write.PersonWriter;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One bulk push. Stores lines in their order, about a thousand in a transaction. An invalid line
 * fails alone. Stored lines remain when the connection breaks, and the host can push all of them
 * again. A line whose username is taken is tried again at the end, because a later line may have
 * released the name.
 */
final class DirectoryBatch {
  private static final int MOST_PEOPLE = 1_000;
  private static final int MOST_FOLLOWERS = 50_000;

  private final Directory directory;
  private final BatchReport report = new BatchReport();
  private final Map<UUID, Numbered> pending = new LinkedHashMap<>();
  private final Map<UUID, Numbered> postponed = new LinkedHashMap<>();
  private int pendingFollowers;
  private int postponedFollowers;

  private record Numbered(int line, Person person) {}

  DirectoryBatch(Directory directory) {
    this.directory = directory;
  }

  BatchReport.View run(InputStream stream) {
    LineReader lines = new LineReader(stream);
    try {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        take(line);
      }
    } catch (IOException e) {
      throw ApiException.invalid("The body is incomplete; send it again.");
    }
    flush();
    store(List.copyOf(postponed.values()), this::fail);
    return report.view();
  }

  private void take(LineReader.Line line) {
    if (line.isBlank()) {
      return;
    }
    try {
      add(new Numbered(line.number(), parsed(line)));
    } catch (ApiException e) {
      failUnlessAway(line.number(), e);
    }
  }

  private Person parsed(LineReader.Line line) {
    if (line.json() == null) {
      throw new ApiException(
          ErrorCode.PAYLOAD_TOO_LARGE, "The line is longer than " + LineReader.LONGEST + " bytes.");
    }
    return DirectoryEntry.parse(line.json(), directory.usernames());
  }

  private void add(Numbered numbered) {
    UUID id = numbered.person.id();
    // One statement cannot write a row twice, and the later line must win.
    if (pending.size() == MOST_PEOPLE
        || pendingFollowers >= MOST_FOLLOWERS
        || pending.containsKey(id)) {
      flush();
    }
    Numbered earlier = postponed.remove(id);
    if (earlier != null) {
      fail(earlier);
    }
    pending.put(id, numbered);
    pendingFollowers += numbered.person.followers().size();
  }

  private void flush() {
    store(List.copyOf(pending.values()), this::postpone);
    pending.clear();
    pendingFollowers = 0;
  }

  private void postpone(Numbered numbered) {
    postponedFollowers += numbered.person.followers().size();
    if (postponed.size() < MOST_PEOPLE && postponedFollowers < MOST_FOLLOWERS) {
      postponed.put(numbered.person.id(), numbered);
    } else {
      fail(numbered);
    }
  }

  private void fail(Numbered numbered) {
    report.failed(numbered.line, PersonWriter.usernameTaken());
  }

  /** What to do with a line whose username is taken. */
  private interface Taken {
    void take(Numbered numbered);
  }

  private void store(List<Numbered> lines, Taken taken) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Set<UUID> created = directory.putAll(lines.stream().map(Numbered::person).toList());
      lines.forEach(line -> report.stored(created.contains(line.person.id())));
    } catch (ApiException e) {
      settle(lines, taken, e);
    }
  }

  private void settle(List<Numbered> lines, Taken taken, ApiException reason) {
    if (reason.code() != ErrorCode.USERNAME_TAKEN) {
      throw reason;
    }
    Set<UUID> clashes = directory.clashes(lines.stream().map(Numbered::person).toList());
    if (clashes.isEmpty()) {
      halve(lines, taken);
      return;
    }
    Map<Boolean, List<Numbered>> parts =
        lines.stream().collect(Collectors.partitioningBy(l -> clashes.contains(l.person.id())));
    parts.get(true).forEach(taken::take);
    store(parts.get(false), taken);
  }

  /**
   * Another push took a name meanwhile. Halves the lines, in their order, until the refused line is
   * alone.
   */
  private void halve(List<Numbered> lines, Taken taken) {
    if (lines.size() == 1) {
      taken.take(lines.getFirst());
      return;
    }
    List<Numbered> copy = new ArrayList<>(lines);
    store(copy.subList(0, lines.size() / 2), taken);
    store(copy.subList(lines.size() / 2, lines.size()), taken);
  }

  private void failUnlessAway(int line, ApiException reason) {
    if (reason.code() == ErrorCode.UNAVAILABLE) {
      throw reason;
    }
    report.failed(line, reason);
  }
}
