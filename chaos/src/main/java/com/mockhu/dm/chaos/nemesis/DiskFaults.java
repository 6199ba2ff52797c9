package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.world.Postgres;
import com.mockhu.dm.chaos.world.Shell;
import com.mockhu.dm.chaos.world.SmallDisk;
import com.mockhu.dm.chaos.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** No space is left. */
final class DiskFaults {
  private DiskFaults() {}

  static List<Nemesis> all() {
    return List.of(
        full("full-disk-files", world -> filled(world.fileDisk().orElseThrow(), () -> {})),
        full("full-disk-database", world -> filledDatabase(world)));
  }

  private static Nemesis full(String name, Function<World, Fault> on) {
    return new Nemesis(name, DiskFaults::missing, true, on);
  }

  private static Optional<String> missing() {
    return Shell.isRoot()
        ? Optional.empty()
        : Optional.of("only root can make a small disk (a loop mount)");
  }

  private static Fault filled(SmallDisk disk, SimpleFault.Action after) {
    return new SimpleFault(
        disk::fill,
        () -> {
          disk.free();
          after.run();
        });
  }

  /** Segments of the log that lie ready would let it write on for long, so they are used up. */
  private static Fault filledDatabase(World world) {
    SmallDisk disk = world.databaseDisk().orElseThrow();
    return new Repeated(
        100,
        () -> {
          disk.fill();
          useUpLog(world.postgres());
        },
        () -> {
          disk.free();
          world.postgres().ensureRunning();
        });
  }

  private static void useUpLog(Postgres postgres) {
    try (Connection connection = postgres.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_switch_wal()");
    } catch (SQLException e) {
      // It stopped for lack of space, as intended.
      return;
    }
  }
}
