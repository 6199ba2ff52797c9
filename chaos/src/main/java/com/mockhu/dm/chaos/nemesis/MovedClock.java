package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.world.FakeClock;
import com.mockhu.dm.chaos.world.ServerProcess;
import com.mockhu.dm.chaos.world.World;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The clock of the server's process jumps an hour ahead, and back when the fault ends. */
final class MovedClock implements Fault {
  private static final long HOUR = 3600;

  private final World world;

  private MovedClock(World world) {
    this.world = world;
  }

  static Nemesis nemesis() {
    return new Nemesis("move-clock", MovedClock::missing, false, MovedClock::new);
  }

  private static Optional<String> missing() {
    return FakeClock.library().isPresent()
        ? Optional.empty()
        : Optional.of("libfaketime is not installed (Debian: libfaketime)");
  }

  @Override
  public void prepare() throws IOException {
    world.clock().set(0);
    restart(world.clock().environment());
  }

  @Override
  public void strike() throws IOException {
    world.clock().set(HOUR);
  }

  @Override
  public void heal() throws IOException {
    world.clock().set(0);
  }

  /** The other rounds are to run without the library in between. */
  @Override
  public void cleanUp() throws IOException {
    restart(Map.of());
  }

  private void restart(Map<String, String> environment) throws IOException {
    ServerProcess server = world.server();
    server.stop();
    server.launch(environment);
    server.awaitHealthy();
  }
}
