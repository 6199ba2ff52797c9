package com.mockhu.dm.platform.settings;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code DM_} variables, each read once by the settings record that owns it (behaviour §10).
 * After all were read, {@link #refuseUnknown} catches misspelt names.
 */
public final class Environment {
  public static final String PREFIX = "DM_";
  private static final String FILE = "DM_ENV_FILE";

  private final Map<String, String> values;
  private final Map<String, Known> known = new LinkedHashMap<>();

  /**
   * One known setting, as it stands in docs/settings.md.
   *
   * @param isSecret never printed, and may stand in a file of its own ({@code …_FILE})
   */
  public record Known(String name, String fallback, boolean isSecret) {}

  private Environment(Map<String, String> values) {
    this.values = values;
  }

  /** Variables win over the lines of the file that {@code DM_ENV_FILE} names. */
  public static Environment of(Map<String, String> variables) {
    Map<String, String> values = new TreeMap<>();
    String file = variables.get(FILE);
    if (file != null && !file.isBlank()) {
      values.putAll(lines(Path.of(file)));
    }
    values.putAll(variables);
    values.keySet().removeIf(name -> !name.startsWith(PREFIX));
    Environment environment = new Environment(values);
    environment.text(FILE);
    return environment;
  }

  /** The same with some values replaced. */
  public Environment with(Map<String, String> replacements) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(replacements);
    return of(all);
  }

  private static Map<String, String> lines(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartupException(FILE + " names a file that cannot be read: " + file, e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
    return values;
  }

  /** Empty counts as unset, as shells and container files write it. */
  public Optional<String> text(String name) {
    return value(name, "");
  }

  public String text(String name, String fallback) {
    return value(name, fallback).orElse(fallback);
  }

  /** From the variable, or from the file that the variable with {@code _FILE} behind it names. */
  public Optional<Secret> secret(String name) {
    known.put(name, new Known(name, "", true));
    return SecretFile.value(name, plain(name), plain(name + SecretFile.ENDING)).map(Secret::new);
  }

  public long number(String name, long fallback, long least, long most) {
    String text = value(name, Long.toString(fallback)).orElse(Long.toString(fallback));
    try {
      long number = Long.parseLong(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad(name, text, "a whole number from " + least + " to " + most);
    }
    throw bad(name, text, "a whole number from " + least + " to " + most);
  }

  public boolean flag(String name, boolean fallback) {
    String word = fallback ? "on" : "off";
    String text = value(name, word).orElse(word);
    return switch (text) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw bad(name, text, "on or off");
    };
  }

  public <E extends Enum<E>> E choice(String name, E fallback) {
    Class<E> type = fallback.getDeclaringClass();
    String word = fallback.name().toLowerCase(Locale.ROOT);
    String text = value(name, word).orElse(word);
    for (E option : type.getEnumConstants()) {
      if (option.name().equalsIgnoreCase(text)) {
        return option;
      }
    }
    throw bad(name, text, "one of " + Arrays.toString(type.getEnumConstants()));
  }

  private Optional<String> value(String name, String fallback) {
    // A further look, at whether it is set, has no default to tell.
    known.merge(
        name,
        new Known(name, fallback, false),
        (first, again) -> again.fallback.isEmpty() ? first : again);
    return plain(name);
  }

  private Optional<String> plain(String name) {
    return Optional.ofNullable(values.get(name)).filter(text -> !text.isBlank());
  }

  private static StartupException bad(String name, String text, String wanted) {
    return new StartupException(
        name + " is \"" + text + "\" but must be " + wanted.toLowerCase(Locale.ROOT) + ".");
  }

  /** Every setting read so far, in the order of reading. */
  public List<Known> known() {
    return List.copyOf(known.values());
  }

  /** Every known setting as it was read; secrets are masked. */
  public List<String> lines() {
    return known.values().stream().map(this::line).toList();
  }

  private String line(Known setting) {
    String file = setting.name + SecretFile.ENDING;
    if (setting.isSecret && plain(file).isPresent()) {
      return file + "=" + plain(file).get();
    }
    return plain(setting.name)
        .map(text -> setting.name + "=" + (setting.isSecret ? Secret.MASK : Secret.masked(text)))
        .orElse("# " + setting.name + "=" + setting.fallback);
  }

  public void refuseUnknown() {
    TreeSet<String> names = new TreeSet<>(known.keySet());
    known.values().stream()
        .filter(Known::isSecret)
        .forEach(each -> names.add(each.name + SecretFile.ENDING));
    TreeSet<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw new StartupException(Spelling.sentence(unknown.first(), names));
    }
  }
}
