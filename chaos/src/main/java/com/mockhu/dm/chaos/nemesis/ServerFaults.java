package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.world.ServerProcess;
import com.mockhu.dm.chaos.world.Shell;
import com.mockhu.dm.chaos.world.World;
import java.util.List;

/** The server's process ends or is suspended. */
final class ServerFaults {
  private ServerFaults() {}

  static List<Nemesis> all() {
    return List.of(
        Nemesis.of("kill-server", ServerFaults::killed),
        Nemesis.of("stop-server", ServerFaults::stopped),
        Nemesis.of("pause-server", ServerFaults::paused));
  }

  private static Fault killed(World world) {
    ServerProcess server = world.server();
    return new SimpleFault(server::kill, () -> startAgain(server));
  }

  private static Fault stopped(World world) {
    ServerProcess server = world.server();
    return new SimpleFault(server::stop, () -> startAgain(server));
  }

  /** How long it takes to start is the machine's affair; the fault ends when it listens. */
  private static void startAgain(ServerProcess server) throws Exception {
    server.launch();
    server.awaitHealthy();
  }

  private static Fault paused(World world) {
    ServerProcess server = world.server();
    return new SimpleFault(
        () -> Shell.signal("STOP", server.pid()), () -> Shell.signal("CONT", server.pid()));
  }
}
