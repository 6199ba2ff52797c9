package com.mockhu.dm.support.process;

import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A real clamd that knows one virus: the EICAR test string. It listens on a Unix socket and on a
 * port.
 */
public final class Clamd implements AutoCloseable {
  public static final String SIGNATURE = "Test.Eicar.UNOFFICIAL";

  private final Process process;
  private final Path folder;
  private final int port;

  private Clamd(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Whether this machine has one; {@code bin/test-tools} installs it. */
  public static boolean isInstalled() {
    return Files.isExecutable(program());
  }

  private static Path program() {
    return Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(Path.of("clamd"));
  }

  /** {@code largest}: the limit of one stream, in bytes. */
  public static Clamd start(long largest) {
    try {
      Path folder = Files.createTempDirectory("clamd");
      int port = SilentPort.closed();
      writeSettings(folder, port, largest);
      Process process =
          new ProcessBuilder(
                  program().toString(), "--foreground", "-c", folder.resolve("conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      Clamd clamd = new Clamd(process, folder, port);
      Patience.until("clamd listens", Patience.STARTUP, clamd::isListening);
      return clamd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeSettings(Path folder, int port, long largest) throws IOException {
    Path database = Files.createDirectory(folder.resolve("database"));
    String signature = HexFormat.of().formatHex(eicar().getBytes(StandardCharsets.US_ASCII));
    Files.writeString(database.resolve("test.ndb"), "Test.Eicar:0:*:" + signature + "\n");
    Files.writeString(
        folder.resolve("conf"),
        """
        DatabaseDirectory %s
        LocalSocket %s
        TCPSocket %d
        TCPAddr 127.0.0.1
        StreamMaxLength %d
        """
            .formatted(database, folder.resolve("socket"), port, largest));
  }

  /** In two parts, so that no scanner takes the sources for infected. */
  public static String eicar() {
    return "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
  }

  private boolean isListening() {
    if (!process.isAlive()) {
      throw new AssertionError("clamd ended; see " + folder.resolve("log"));
    }
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
      return Files.exists(folder.resolve("socket")) && socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  public String socket() {
    return folder.resolve("socket").toString();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    Folders.delete(folder);
  }
}
