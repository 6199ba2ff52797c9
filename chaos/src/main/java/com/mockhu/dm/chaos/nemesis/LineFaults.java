package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.world.Direction;
import com.mockhu.dm.chaos.world.Proxy;
import com.mockhu.dm.chaos.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The network, on either side of the server. */
final class LineFaults {
  private static final long RESET_MILLIS = 400;
  private static final long HALF_MILLIS = 600;

  private static final Map<String, Function<Proxy, Fault>> KINDS =
      new TreeMap<>(
          Map.of(
              "cut", line -> new SimpleFault(line::cut, line::mend),
              "reset", line -> new Repeated(RESET_MILLIS, line::reset, line::mend),
              "half-closed", line -> new Repeated(HALF_MILLIS, line::closeHalf, line::mend),
              "slow", line -> set(line, Direction.SLOW, Direction.SLOW),
              "deaf", line -> set(line, Direction.PASSING, Direction.SWALLOWED)));

  private LineFaults() {}

  static List<Nemesis> all() {
    return KINDS.entrySet().stream()
        .flatMap(
            kind ->
                List.of(
                    at(kind.getKey() + "-clients", kind.getValue(), World::clientLine),
                    at(kind.getKey() + "-database", kind.getValue(), World::databaseLine))
                    .stream())
        .toList();
  }

  private static Nemesis at(String name, Function<Proxy, Fault> kind, Function<World, Proxy> line) {
    return Nemesis.of(name, world -> kind.apply(line.apply(world)));
  }

  private static Fault set(Proxy line, Direction requests, Direction answers) {
    return new SimpleFault(() -> line.set(requests, answers), line::mend);
  }
}
