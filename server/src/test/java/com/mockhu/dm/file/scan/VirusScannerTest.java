package com.mockhu.dm.file.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.support.process.SilentPort;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner that misbehaves never lets a file through, and never keeps anybody waiting. */
class VirusScannerTest {
  private static final int SIZE = 3_000_000;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("file"), new byte[SIZE]);
  }

  /** What the other end does with a connection. */
  private interface Scanner {
    void talk(Socket line) throws IOException;
  }

  private Verdict verdictOf(Scanner scanner) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(server, scanner));
      return scan("127.0.0.1:" + server.getLocalPort(), Duration.ofSeconds(20));
    }
  }

  private static void serve(ServerSocket server, Scanner scanner) {
    try (Socket line = server.accept()) {
      scanner.talk(line);
    } catch (IOException e) {
      // The client has left, as it may.
      return;
    }
  }

  private Verdict scan(String address, Duration longest) {
    return new VirusScanner(new ScanSettings(address, true, longest)).scan(file);
  }

  /** Returns how many bytes of the file came, as the protocol has it. */
  private static int receive(Socket line) throws IOException {
    DataInputStream in = new DataInputStream(line.getInputStream());
    assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
    int total = 0;
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      in.skipNBytes(length);
      total += length;
    }
    return total;
  }

  private static void say(Socket line, String answer) throws IOException {
    line.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_whole_file_is_sent_and_the_verdict_is_heard_in_pieces() throws IOException {
    Verdict verdict =
        verdictOf(
            line -> {
              assertEquals(SIZE, receive(line));
              say(line, "stream: ");
              say(line, "OK\0");
            });
    assertEquals(new Verdict.Clean(), verdict);
  }

  @Test
  void a_signature_is_told_by_its_name() throws IOException {
    Verdict verdict =
        verdictOf(
            line -> {
              receive(line);
              say(line, "stream: Win.Test-1 FOUND\0");
            });
    assertEquals(new Verdict.Infected("Win.Test-1"), verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OK\0",
        "stream: OK",
        "stream: OK and more\0",
        "INSTREAM size limit exceeded. ERROR\0",
        "stream: Can't allocate memory ERROR\0",
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        "\0",
        ""
      })
  void anything_but_the_very_words_is_no_verdict(String answer) throws IOException {
    Verdict verdict =
        verdictOf(
            line -> {
              receive(line);
              say(line, answer);
            });
    assertInstanceOf(Verdict.Unknown.class, verdict);
  }

  @Test
  void an_answer_without_an_end_is_no_verdict() throws IOException {
    Verdict verdict =
        verdictOf(
            line -> {
              receive(line);
              while (true) {
                say(line, "stream: ".repeat(1_000));
              }
            });
    assertInstanceOf(Verdict.Unknown.class, verdict);
  }

  @Test
  void one_that_hangs_up_in_the_middle_gives_no_verdict() throws IOException {
    assertInstanceOf(
        Verdict.Unknown.class, verdictOf(line -> line.getInputStream().readNBytes(100_000)));
  }

  @Test
  void what_is_said_before_hanging_up_in_the_middle_is_heard_or_at_least_no_verdict()
      throws IOException {
    Verdict verdict =
        verdictOf(
            line -> {
              line.getInputStream().readNBytes(100_000);
              say(line, "INSTREAM size limit exceeded. ERROR\0");
            });
    assertInstanceOf(Verdict.Unknown.class, verdict);
  }

  @Test
  void one_that_takes_nothing_or_never_answers_is_given_up() throws IOException {
    try (SilentPort silent = SilentPort.open()) {
      Verdict verdict = scan("127.0.0.1:" + silent.port(), Duration.ofMillis(300));
      assertTrue(verdict.toString().contains("no verdict in"), verdict::toString);
    }
  }

  @Test
  void one_that_is_not_there_gives_no_verdict() throws IOException {
    for (String address :
        new String[] {
          "127.0.0.1:" + SilentPort.closed(), "no-such-host.invalid:3310", folder + "/none"
        }) {
      assertInstanceOf(Verdict.Unknown.class, scan(address, Duration.ofSeconds(20)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:http", "localhost:70000", "clamd.sock", ":3310"})
  void an_address_that_is_none_stops_the_start(String address) {
    Environment environment = Environment.of(Map.of("DM_CLAMAV_ADDRESS", address));
    String told =
        assertThrows(StartupException.class, () -> ScanSettings.from(environment)).getMessage();
    assertTrue(told.contains("DM_CLAMAV_ADDRESS"), told);
  }
}
