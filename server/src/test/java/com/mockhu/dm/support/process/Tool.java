package com.mockhu.dm.support.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class Tool {
  /** Folders that are in the search path of root only. */
  private static final String MORE = ":/usr/sbin:/usr/local/sbin:/opt/homebrew/bin";

  private Tool() {}

  /** Where the program is. */
  public static Optional<Path> find(String program) {
    String places = System.getenv().getOrDefault("PATH", "") + MORE;
    return Stream.of(places.split(":"))
        .filter(place -> !place.isEmpty())
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
