package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.support.process.JavaProgram;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts a database, stores one committed row and waits to be killed. */
final class DoomedServer {
  static final String READY = "ready";

  private DoomedServer() {}

  static Process start(Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                JavaProgram.command(
                    "-cp",
                    JavaProgram.classPath(),
                    DoomedServer.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    awaitReady(process);
    return process;
  }

  private static void awaitReady(Process process) throws Exception {
    var output = process.inputReader();
    for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
      if (line == null) {
        throw new IllegalStateException("the server to be killed did not start");
      }
    }
  }

  static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database = DatabaseFolder.start(Path.of(arguments[0]));
    DatabaseFolder.execute(database, "CREATE TABLE letter (body text)");
    DatabaseFolder.execute(database, "INSERT INTO letter VALUES ('Dear Bob')");
    System.out.println(READY);
    new CountDownLatch(1).await();
  }
}
