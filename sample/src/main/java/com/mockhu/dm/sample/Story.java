package com.mockhu.dm.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The script: {@code when | from > to | text}, where when is {@code -3d 09:14} (days before today,
 * the clock of this machine) or {@code -25m}, and text may begin with {@code [picture picture]}.
 */
final class Story {
  private static final Pattern DAY = Pattern.compile("-(\\d+)d (\\d\\d:\\d\\d)");
  private static final Pattern MINUTES = Pattern.compile("-(\\d+)m");
  private static final Pattern ATTACHED = Pattern.compile("\\[([^]]*)] ?(.*)", Pattern.DOTALL);

  private final Instant now;
  private final ZoneId zone;

  Story(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** In the order of time. */
  List<Line> lines() {
    return rows("story.txt").map(this::line).sorted(Comparator.comparing(Line::at)).toList();
  }

  /** The rows of a resource, split at bars; empty ones and comments are left out. */
  static Stream<String[]> rows(String name) {
    try (InputStream in = Story.class.getResourceAsStream("/sample/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", 3));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Line line(String[] row) {
    String[] people = row[1].split("\\s*>\\s*");
    String text = row[2].replace("\\n", "\n");
    Matcher attached = ATTACHED.matcher(text);
    return attached.matches()
        ? new Line(
            at(row[0]),
            people[0],
            people[1],
            List.of(attached.group(1).split(" ")),
            attached.group(2))
        : new Line(at(row[0]), people[0], people[1], List.of(), text);
  }

  private Instant at(String when) {
    Matcher day = DAY.matcher(when);
    if (day.matches()) {
      return now.atZone(zone)
          .toLocalDate()
          .minusDays(Long.parseLong(day.group(1)))
          .atTime(LocalTime.parse(day.group(2)))
          .atZone(zone)
          .toInstant();
    }
    Matcher minutes = MINUTES.matcher(when);
    if (!minutes.matches()) {
      throw new IllegalArgumentException("No time in the story: " + when);
    }
    return now.minus(Duration.ofMinutes(Long.parseLong(minutes.group(1))));
  }
}
