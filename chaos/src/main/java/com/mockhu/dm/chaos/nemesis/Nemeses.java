package com.mockhu.dm.chaos.nemesis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All of them, in the order of the report. */
public final class Nemeses {
  private Nemeses() {}

  public static List<Nemesis> all() {
    return Stream.of(
            ServerFaults.all(),
            DatabaseFaults.all(),
            LineFaults.all(),
            List.of(LockedRows.nemesis()),
            DiskFaults.all(),
            List.of(MovedClock.nemesis()))
        .flatMap(List::stream)
        .toList();
  }

  public static Optional<Nemesis> named(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
