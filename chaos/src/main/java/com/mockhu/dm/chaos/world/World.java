package com.mockhu.dm.chaos.world;

import com.mockhu.dm.bench.wire.rest.AccessTokens;
import com.mockhu.dm.chaos.client.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A server, its database, the lines between, all in a folder that is removed at the end. */
public final class World implements AutoCloseable {
  private static final int DATABASE_MEGABYTES = 400;
  private static final int FILES_MEGABYTES = 24;
  private static final String ISSUER = "mockhu";

  private final String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Path folder;
  private final Postgres postgres;
  private final Proxy databaseLine;
  private final Proxy clientLine;
  private final ServerProcess server;
  private final SmallDisk databaseDisk;
  private final SmallDisk fileDisk;
  private final FakeClock clock;

  /**
   * Starts everything and waits until the server serves.
   *
   * @param command what starts the server; its settings come in the environment
   * @param hasSmallDisks whether the database and the files live on disks that can be filled
   */
  public World(List<String> command, Path binaries, boolean hasSmallDisks)
      throws IOException, SQLException {
    folder = Files.createTempDirectory("mockhu-dm-chaos-" + ProcessHandle.current().pid() + "-");
    parts.push(() -> Shell.deleteTree(folder));
    try {
      databaseDisk = disk("postgres", DATABASE_MEGABYTES, hasSmallDisks);
      fileDisk = disk("data/storage", FILES_MEGABYTES, hasSmallDisks);
      // Not the root of the disk, which contains a folder of another owner.
      postgres = opened(Postgres.start(folder.resolve("postgres/cluster"), binaries));
      databaseLine = opened(new Proxy(postgres.port()));
      int port = freePort();
      server = opened(new ServerProcess(command, settings(port), folder.resolve("server.log")));
      clientLine = opened(new Proxy(port));
      clock = new FakeClock(folder);
      server.launch();
      server.awaitHealthy();
    } catch (IOException | SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private SmallDisk disk(String name, int megabytes, boolean isWanted) throws IOException {
    Path place = folder.resolve(name);
    Files.createDirectories(place);
    return isWanted ? opened(SmallDisk.mount(place, megabytes)) : null;
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private Map<String, String> settings(int port) {
    return Map.of(
        "DM_PORT",
        Integer.toString(port),
        "DM_DATA_DIR",
        folder.resolve("data").toString(),
        "DM_DATABASE_URL",
        "postgresql://" + Postgres.ROLE + ":chaos@127.0.0.1:" + databaseLine.port() + "/mockhu",
        "DM_DATABASE_CONNECTIONS",
        "8",
        "DM_JWT_SECRET",
        secret,
        "DM_JWT_ISSUER",
        ISSUER,
        "DM_LIMITS",
        "off");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** As clients see it. */
  public Site site() {
    URI address = URI.create("http://127.0.0.1:" + clientLine.port());
    return new Site(address, new AccessTokens(secret, ISSUER), new Insides(postgres)::faults);
  }

  public Postgres postgres() {
    return postgres;
  }

  /** Between the server and its database. */
  public Proxy databaseLine() {
    return databaseLine;
  }

  /** Between the clients and the server. */
  public Proxy clientLine() {
    return clientLine;
  }

  public ServerProcess server() {
    return server;
  }

  public Optional<SmallDisk> databaseDisk() {
    return Optional.ofNullable(databaseDisk);
  }

  public Optional<SmallDisk> fileDisk() {
    return Optional.ofNullable(fileDisk);
  }

  public FakeClock clock() {
    return clock;
  }

  /** The server's output so far. */
  public Path log() {
    return folder.resolve("server.log");
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("left behind: " + e);
      }
    }
  }
}
