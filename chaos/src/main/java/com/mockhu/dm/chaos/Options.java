package com.mockhu.dm.chaos;

import com.mockhu.dm.chaos.nemesis.Nemeses;
import com.mockhu.dm.chaos.nemesis.Nemesis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line, as {@code --name value}. */
record Options(
    Duration length,
    int rounds,
    List<Nemesis> nemeses,
    long seed,
    Path folder,
    List<String> server,
    Path binaries) {
  private static final Set<String> NAMES =
      Set.of("minutes", "rounds", "nemesis", "seed", "out", "server", "binaries");

  static Options parse(String[] arguments) {
    Map<String, String> values = values(arguments);
    long minutes = number(values, "minutes", 5);
    return new Options(
        Duration.ofMinutes(minutes),
        (int) number(values, "rounds", Integer.MAX_VALUE),
        nemeses(values.getOrDefault("nemesis", "")),
        number(values, "seed", System.nanoTime() & 0xffffff),
        Path.of(values.getOrDefault("out", "chaos-history")),
        List.of(values.getOrDefault("server", "bin/serve").split(" ")),
        Path.of(values.getOrDefault("binaries", "target/postgres-binaries")).toAbsolutePath());
  }

  private static Map<String, String> values(String[] arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!NAMES.contains(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(usage());
      }
      values.put(name, arguments[i + 1]);
    }
    return values;
  }

  private static long number(Map<String, String> values, String name, long otherwise) {
    return values.containsKey(name) ? Long.parseLong(values.get(name)) : otherwise;
  }

  private static List<Nemesis> nemeses(String names) {
    if (names.isEmpty()) {
      return Nemeses.all();
    }
    return Arrays.stream(names.split(","))
        .map(name -> Nemeses.named(name).orElseThrow(() -> new IllegalArgumentException(usage())))
        .toList();
  }

  private static String usage() {
    return """
    usage: bin/chaos [--minutes 5] [--rounds N] [--nemesis NAME[,NAME]] [--seed N] [--out FOLDER]
    nemeses: %s"""
        .formatted(String.join(" ", Nemeses.all().stream().map(Nemesis::name).toList()));
  }
}
