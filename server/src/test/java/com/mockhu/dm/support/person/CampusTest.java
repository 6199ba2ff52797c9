package com.mockhu.dm.support.person;

import com.mockhu.dm.platform.time.Scheduler;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One server for the class; three people who are new to each other for every test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CampusTest {
  protected Campus campus;
  protected Person alice;
  protected Person bob;
  protected Person carol;

  /** The settings that differ from a plain server without rate limits. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /** The clock of presence and typing. */
  protected Scheduler scheduler() {
    return Scheduler.system("presence-timer");
  }

  @BeforeAll
  void open() {
    campus = Campus.start(settings(), scheduler());
  }

  @BeforeEach
  void welcome() {
    alice = campus.welcomes("alice");
    bob = campus.welcomes("bob");
    carol = campus.welcomes("carol");
  }

  @AfterEach
  void hangUp() {
    for (Person person : new Person[] {alice, bob, carol}) {
      person.hangsUp();
    }
  }

  @AfterAll
  void close() {
    campus.close();
  }
}
