package com.mockhu.dm.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.nemesis.Nemeses;
import com.mockhu.dm.chaos.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@code bin/chaos}: the real server, and the faults that cost least time. */
class ShortChaosTest {
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final List<String> FAULTS = List.of("end-backends", "deaf-clients", "kill-server");

  @Test
  void nothing_promised_is_broken_by_any_of_three_faults() throws Exception {
    try (World world = new World(server(), binaries(), false)) {
      for (String name : FAULTS) {
        var fault = Nemeses.named(name).orElseThrow().on().apply(world);
        RoundSettings settings =
            new RoundSettings(
                7, 3, MOMENT, Duration.ofMillis(1200), LONGEST, Duration.ofSeconds(15));
        Verdict verdict = new Trial(world.site(), settings, fault).run();
        assertEquals(List.of(), verdict.anomalies(), name);
        assertTrue(verdict.history().count(Outcome.Ok.class::isInstance) > 0, name);
      }
    }
  }

  private static List<String> server() {
    return List.of(
        ProcessHandle.current().info().command().orElseThrow(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "com.mockhu.dm.app.Main");
  }

  /** The server's tests have unpacked them already. */
  private static Path binaries() {
    return Path.of("..", "server", "target", "postgres-binaries").toAbsolutePath().normalize();
  }
}
