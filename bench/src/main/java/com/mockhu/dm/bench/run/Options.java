package com.mockhu.dm.bench.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The {@code --name value} pairs of the command line. */
public record Options(Map<String, String> values) {
  public Options {
    values = Map.copyOf(values);
  }

  /**
   * Reads the arguments after the scenario's name.
   *
   * @throws IllegalArgumentException with a sentence for the user: an unknown name, no value
   */
  public static Options parse(String[] arguments, int from, Set<String> known) {
    Map<String, String> values = new HashMap<>();
    for (int i = from; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : arguments[i];
      if (!known.contains(name)) {
        throw new IllegalArgumentException("There is no option " + arguments[i]);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("Option " + arguments[i] + " needs a value");
      }
      values.put(name, arguments[i + 1]);
    }
    return new Options(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** As {@link #text}, and else from the environment, which other users' {@code ps} can't show. */
  Optional<String> textOr(String name, String variable) {
    return text(name).or(() -> Optional.ofNullable(System.getenv(variable)));
  }

  public String required(String name) {
    return text(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is needed"));
  }

  /** Whole numbers with commas between them. */
  public List<Integer> counts(String name, String standard) {
    return Arrays.stream(text(name).orElse(standard).split(","))
        .map(value -> number(name, value.strip()))
        .toList();
  }

  public OptionalLong pid(String name) {
    return text(name).stream().mapToLong(Long::parseLong).findFirst();
  }

  /** A whole number of at least 1. */
  public int count(String name, int standard) {
    int count = text(name).map(value -> number(name, value)).orElse(standard);
    if (count < 1) {
      throw new IllegalArgumentException("--" + name + " must be at least 1");
    }
    return count;
  }

  /** Whole seconds, or milliseconds written as {@code 250ms}. */
  public Duration duration(String name, Duration standard) {
    return text(name).map(value -> duration(name, value)).orElse(standard);
  }

  private static Duration duration(String name, String value) {
    return value.endsWith("ms")
        ? Duration.ofMillis(number(name, value.substring(0, value.length() - 2)))
        : Duration.ofSeconds(number(name, value));
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("--" + name + " must be a number, not " + value);
    }
  }
}
