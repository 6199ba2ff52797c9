package com.mockhu.dm.app.campus;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills an empty server with people who have known each other for two weeks. */
public final class Campus {
  /** Known to all who read this: such accounts are for trying out, never for the public. */
  public static final String PASSWORD = "mockhu demo";

  private static final Duration RECENT = Duration.ofMinutes(80);

  private final CampusServer server;
  private final StoryClock clock;
  private final Instant now;
  private final Map<String, Student> students = new LinkedHashMap<>();

  /**
   * @param port where a server listens whose clock is {@code clock}
   * @param now when the story ends
   */
  public Campus(int port, StoryClock clock, Instant now) {
    this.server = new CampusServer(port);
    this.clock = clock;
    this.now = now;
  }

  /** Some minutes of two weeks of talk are left unread, somebody is blocked, somebody is shy. */
  public void fill() {
    Story.rows("people.txt").forEach(this::welcome);
    List<Line> story = new Story(now, ZoneId.systemDefault()).lines();
    new Narrator(students, clock).tell(story, now.minus(RECENT));
    clock.moveTo(now);
    students.values().forEach(student -> student.renewsWhenDue(now));
    students.get("lena").sets("who_can_message", "followers");
    students.get("oskar").sets("who_can_message", "none");
    students.get("maya").posts("/v1/users/" + students.get("noah").id() + "/block", Map.of());
    students.get("jonas").posts("/v1/users/" + students.get("lena").id() + "/follow", Map.of());
  }

  private void welcome(String[] row) {
    Student student = new Student(server, row[0]);
    student.signsUp(row[1], PASSWORD, clock.instant());
    student.shows(Portraits.of(row[2]));
    students.put(row[0], student);
  }
}
