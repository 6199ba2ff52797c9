package com.mockhu.dm.support.process;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics of one moment. */
public record Metrics(String text) {
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /**
   * @throws IllegalStateException when the server has no connection left for the request
   */
  public static Metrics of(Campus campus) {
    Answer answer = campus.http().get("/metrics", null);
    if (answer.status() == 503) {
      throw new IllegalStateException(answer.text());
    }
    return new Metrics(answer.text());
  }

  /** Each metric and its type, as {@code name type}. */
  public Set<String> types() {
    Set<String> types = new TreeSet<>();
    Matcher lines = TYPE.matcher(text);
    while (lines.find()) {
      types.add(lines.group(1) + " " + lines.group(2));
    }
    return types;
  }

  /** The name of every series, those that a histogram consists of as well. */
  public Set<String> series() {
    Set<String> names = new TreeSet<>();
    lines().forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  /** Every value of a label that there is, but for the bounds of histograms. */
  public Set<String> labels() {
    Set<String> values = new TreeSet<>();
    Matcher labels = LABEL.matcher(text);
    while (labels.find()) {
      if (!labels.group(1).equals("le")) {
        values.add(labels.group(2));
      }
    }
    return values;
  }

  /** The sum of all series of the name whose labels contain each of {@code parts}. */
  public double sum(String name, String... parts) {
    return lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> java.util.Arrays.stream(parts).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private java.util.stream.Stream<String> lines() {
    return text.lines().filter(line -> !line.startsWith("#"));
  }
}
