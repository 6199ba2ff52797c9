package com.mockhu.dm.bench.run;

import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.wire.rest.AccessTokens;
import com.mockhu.dm.bench.wire.rest.Directory;
import com.mockhu.dm.bench.wire.socket.SocketClient;
import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** The environment of a scenario: the server under test, its processes and its database. */
public record Bench(
    Options options,
    Directory directory,
    SocketClient sockets,
    ProcessorTime.Meter meter,
    Optional<Database> database,
    PrintStream progress)
    implements AutoCloseable {
  /** Gets ready for the server that the options name; connects to nothing yet but the database. */
  public static Bench of(Options options, PrintStream progress) {
    URI server = URI.create(options.text("url").orElse("http://127.0.0.1:8080"));
    AccessTokens tokens =
        new AccessTokens(
            options
                .textOr("secret", "DM_JWT_SECRET")
                .orElseThrow(() -> new IllegalArgumentException("--secret is needed")),
            options.text("issuer").orElse("mockhu"));
    return new Bench(
        options,
        new Directory(server, tokens),
        new SocketClient(server, options.count("threads", 1)),
        ProcessorTime.Meter.of(options.pid("server-pid"), options.pid("postgres-pid")),
        options.textOr("database-url", "DM_DATABASE_URL").map(Database::connect),
        progress);
  }

  /** The server's process, if it is on this machine and was named. */
  public OptionalLong server() {
    return options.pid("server-pid");
  }

  /** For scenarios that write to the database or require its verification. */
  public Database requiredDatabase() {
    return database.orElseThrow(
        () -> new IllegalArgumentException("--database-url is needed for this scenario"));
  }

  public void say(String sentence) {
    progress.println(sentence);
  }

  @Override
  public void close() {
    sockets.close();
    directory.close();
    database.ifPresent(Database::close);
  }
}
