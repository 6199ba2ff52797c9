package com.mockhu.dm.file.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.support.file.Bombs;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.file.Pngs;
import com.mockhu.dm.support.process.JavaProgram;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decoders at their worst: each costs its own upload, nothing of it goes on, the next is served.
 */
class InspectionTest {
  private static final int LEAST_MEGABYTES = 384;
  private static final UUID ALICE = UUID.randomUUID();

  @TempDir Path folder;
  private List<ProcessHandle> before;

  /** Prints that it is ready, and looks into files until it is killed. */
  static final class Program {
    public static void main(String[] files) throws IOException {
      Inspection inspection =
          new Inspection(new InspectionSettings(1, LEAST_MEGABYTES, Patience.LONGEST));
      inspection.inspect(ALICE, Kind.TXT, Path.of(files[0]));
      System.out.println("ready");
      System.in.read();
    }
  }

  @BeforeEach
  void look() {
    before = children();
  }

  @AfterEach
  void no_process_outlives_its_inspection() {
    Patience.until("all are gone", () -> children().isEmpty());
  }

  /** Those that this test has started. */
  private List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(each -> before == null || !before.contains(each))
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private static Inspection inspection(Duration longest) {
    return new Inspection(new InspectionSettings(1, LEAST_MEGABYTES, longest));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "a", null), content);
  }

  private void assertRefused(String sentence, Inspection inspection, Kind kind, byte[] content)
      throws IOException {
    Path file = file(content);
    ApiException refusal =
        assertThrows(ApiException.class, () -> inspection.inspect(ALICE, kind, file));
    assertEquals(sentence, refusal.getMessage());
  }

  private void assertServes(Inspection inspection) throws IOException {
    Path text = file("fine".getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), inspection.inspect(ALICE, Kind.TXT, text));
  }

  private static double givenUp(Inspection inspection, String reason) {
    Meters meters = new Meters();
    inspection.addMeters(meters);
    return new Metrics(new String(meters.text(), StandardCharsets.UTF_8))
        .sum("dm_inspections_given_up_total", reason);
  }

  @Test
  void a_picture_is_made_beside_the_file() throws IOException {
    try (Inspection inspection = inspection(Patience.LONGEST)) {
      var picture = inspection.inspect(ALICE, Kind.PNG, file(Pixels.png(60, 40))).orElseThrow();
      assertEquals(60, picture.width());
      assertEquals(60, Pixels.read(Files.readAllBytes(picture.file())).getWidth());
      Path portrait = inspection.portrait(ALICE, Kind.JPEG, file(Pixels.jpeg(500, 600)));
      assertEquals(400, Pixels.read(Files.readAllBytes(portrait)).getWidth());
    }
  }

  @Test
  void one_that_takes_too_long_is_killed_and_has_ended_when_that_is_told() throws IOException {
    // Native code, which no thread of Java can be stopped in: seconds of it.
    byte[] slow = Bombs.jpegWithScans(100);
    try (Inspection inspection = inspection(Duration.ofMillis(50))) {
      assertRefused(
          "The file takes too long to check. Simplify or divide it.", inspection, Kind.JPEG, slow);
      assertEquals(List.of(), children());
      assertEquals(1, givenUp(inspection, "time"));
    }
  }

  @Test
  void one_that_needs_more_memory_than_it_may_have_fails_alone() throws IOException {
    try (Inspection inspection = inspection(Patience.LONGEST)) {
      // 16 bits a channel: over 200 MB of pixels, where half of the memory is for Java.
      byte[] large = Pngs.of(800_000, 16, 6, new byte[8]);
      assertRefused(
          "The file takes too much memory to check. Simplify or divide it.",
          inspection,
          Kind.PNG,
          large);
      assertServes(inspection);
      assertEquals(1, givenUp(inspection, "memory"));
    }
  }

  /** Of 49 megapixels libjpeg holds 98 MB, where Java sees none of it. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems do not hold a process to it")
  void memory_of_native_code_is_bounded_too() throws IOException {
    InspectionSettings little = new InspectionSettings(1, 160, Patience.LONGEST);
    try (Inspection inspection = new Inspection(little)) {
      assertRefused(
          "The file takes too much memory to check. Simplify or divide it.",
          inspection,
          Kind.JPEG,
          Bombs.jpegWithScans(2));
      assertServes(inspection);
    }
  }

  @Test
  void a_process_that_was_killed_is_replaced() throws IOException {
    try (Inspection inspection = inspection(Patience.LONGEST)) {
      assertServes(inspection);
      ProcessHandle first = children().getFirst();
      first.destroyForcibly();
      Patience.until("it is gone", () -> !first.isAlive());
      assertServes(inspection);
      assertEquals(1, children().size());
    }
  }

  @Test
  void a_file_is_not_refused_because_the_server_stops() throws Exception {
    Path slow = file(Bombs.jpegWithScans(100));
    Inspection inspection = inspection(Patience.LONGEST);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> waiting = threads.submit(() -> inspection.inspect(ALICE, Kind.JPEG, slow));
      Patience.until("a process is there", () -> !children().isEmpty());
      inspection.close();
      Throwable failure = assertThrows(ExecutionException.class, waiting::get).getCause();
      assertEquals(ErrorCode.UNAVAILABLE, ((ApiException) failure).code());
      assertEquals(0, givenUp(inspection, ""));
    }
  }

  @Test
  void one_process_looks_into_many_files() throws IOException {
    try (Inspection inspection = inspection(Patience.LONGEST)) {
      assertServes(inspection);
      List<ProcessHandle> first = children();
      assertServes(inspection);
      assertEquals(first, children());
    }
  }

  @Test
  void a_process_ends_with_its_server_however_that_ends() throws IOException {
    Path text = file("fine".getBytes(StandardCharsets.UTF_8));
    Process server =
        new ProcessBuilder(
                JavaProgram.command(
                    "-cp", JavaProgram.classPath(), Program.class.getName(), text.toString()))
            .start();
    assertEquals("ready", server.inputReader().readLine());
    List<ProcessHandle> workers = server.descendants().toList();
    assertFalse(workers.isEmpty());
    server.destroyForcibly();
    Patience.until("none is left", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
  }
}
