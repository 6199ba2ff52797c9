package com.mockhu.dm.sample;

import com.mockhu.dm.client.DmClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fills an empty server with people who have known each other for two weeks. */
public final class SampleCampus {
  /** Everyone can read it here: such accounts are for a local trial, never for the public. */
  public static final String PASSWORD = "mockhu demo";

  private static final Duration RECENT = Duration.ofMinutes(80);

  private final Consumer<Instant> clock;
  private final Instant now;
  private final Map<String, Student> students = new LinkedHashMap<>();

  /**
   * @param clock moves the time that the server goes by
   * @param now when the story ends
   */
  public SampleCampus(Consumer<Instant> clock, Instant now) {
    this.clock = clock;
    this.now = now;
  }

  /**
   * The last minutes of the story stay unread, one person is blocked, one is restrictive.
   *
   * @throws com.mockhu.dm.client.DmException when the server refuses a part of the story
   */
  public void fill(URI server) {
    try (DmClient client = DmClient.at(server)) {
      Story.rows("people.txt").forEach(row -> welcome(client, row));
      List<Line> story = new Story(now, ZoneId.systemDefault()).lines();
      new Narrator(students, clock).tell(story, now.minus(RECENT));
      clock.accept(now);
      relate();
    }
  }

  private void relate() {
    students.get("lena").sets("who_can_message", "followers");
    students.get("oskar").sets("who_can_message", "none");
    students.get("maya").account().block(students.get("noah").id());
    students.get("jonas").account().follow(students.get("lena").id());
  }

  private void welcome(DmClient client, String[] row) {
    Student student = Student.signsUp(client, row[0], row[1]);
    student.shows(Portraits.of(row[2]));
    students.put(row[0], student);
  }
}
