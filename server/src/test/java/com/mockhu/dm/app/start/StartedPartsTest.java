package com.mockhu.dm.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.error.ErrorMapper;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedPartsTest {
  private final List<String> stopped = new ArrayList<>();
  private final StartedParts started = new StartedParts();

  private void starts(String name) {
    started.add(name, () -> stopped.add(name));
  }

  @Test
  void what_was_started_is_stopped_in_reverse_order_and_once() {
    starts("database");
    starts("network");
    started.close();
    started.close();
    assertEquals(List.of("network", "database"), stopped);
  }

  @Test
  void a_part_that_cannot_be_stopped_keeps_no_other_running() {
    starts("database");
    started.add(
        "broken",
        () -> {
          throw new StackOverflowError();
        });
    started.close();
    assertEquals(List.of("database"), stopped);
  }

  @Test
  void what_comes_up_after_the_start_was_given_up_is_stopped_at_once() {
    starts("database");
    started.close();
    assertThrows(StartupException.class, () -> starts("network"));
    assertEquals(List.of("database", "network"), stopped);
    assertTrue(started.isClosed());
  }

  @Test
  void the_whole_takes_the_place_of_its_parts() {
    starts("database");
    started.handOver("server", () -> stopped.add("server"));
    started.close();
    assertEquals(List.of("server"), stopped);
  }

  @Test
  void any_failure_is_one_sentence() {
    String taken =
        ListenFailure.of("::1", 80, new BindException("Address already in use")).getMessage();
    assertTrue(taken.contains("DM_PORT"), taken);
    for (Throwable failure :
        List.of(
            new StartupException("The reason."),
            new IllegalStateException("one\ntwo"),
            new UncheckedIOException(new AccessDeniedException("/var/lib/dm")),
            new OutOfMemoryError("Java heap space"),
            new NoClassDefFoundError("com/example/Missing"),
            new ExceptionInInitializerError(new StackOverflowError()),
            ErrorMapper.databaseAway())) {
      String said = StartFailure.sentence(failure);
      assertEquals(1, said.lines().count(), said);
      assertTrue(said.endsWith("."), said);
    }
  }
}
