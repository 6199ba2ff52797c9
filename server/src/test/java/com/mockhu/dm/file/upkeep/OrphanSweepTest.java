package com.mockhu.dm.file.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.time.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a crash leaves goes; what is referred to, or just coming in, never does. */
class OrphanSweepTest extends UpkeepTest {
  private static final Duration NEXT_DAYS = Duration.ofDays(2);

  private static Path strayIn(Path folder, String key) throws IOException {
    Path stray = folder.resolve("storage").resolve("messages").resolve(key);
    Files.createDirectories(stray.getParent());
    return Files.write(stray, Papers.text("stray"));
  }

  @Test
  void a_file_that_no_row_speaks_of_goes_when_it_is_a_day_old() throws IOException {
    JsonNode kept = uploads("photo.png", Pixels.png(90, 90));
    Path warmStray = strayIn(folder, "files/2026/11/" + UUID.randomUUID() + ".txt");
    Path coldStray = strayIn(cold, "images/2026/11/" + UUID.randomUUID() + ".png");
    assertEquals(FileCount.NOTHING, leftoversAfter(Duration.ofHours(23)).sweep());
    assertEquals(new FileCount(2, 10), leftoversAfter(NEXT_DAYS).sweep());
    assertFalse(Files.exists(warmStray) || Files.exists(coldStray));
    assertEquals(200, alice.downloads(kept.path("url").asText()).statusCode());
    assertEquals(200, alice.downloads(kept.path("thumbnail_url").asText()).statusCode());
  }

  @Test
  void what_is_kept_beside_messages_is_left_alone() throws IOException {
    Path other = strayIn(folder, "elsewhere/a.txt");
    Path odd = strayIn(folder, "files/README");
    assertEquals(FileCount.NOTHING, leftoversAfter(NEXT_DAYS).sweep());
    assertTrue(Files.deleteIfExists(other) && Files.deleteIfExists(odd));
  }

  @Test
  void the_whole_store_is_looked_through_once_a_day() throws IOException {
    OrphanSweep leftovers = leftoversAfter(NEXT_DAYS);
    leftovers.sweepDaily();
    strayIn(folder, "files/2026/11/a.txt");
    assertEquals(FileCount.NOTHING, leftovers.sweepDaily());
    assertEquals(1, leftoversAfter(NEXT_DAYS).sweepDaily().files());
  }

  /** When messages can be forwarded, forwarding has to join this race. */
  @Test
  void what_is_being_uploaded_and_sent_is_never_taken_for_a_leftover() {
    ConcurrentLinkedQueue<JsonNode> uploaded = new ConcurrentLinkedQueue<>();
    AtomicInteger writers = new AtomicInteger(3);
    Together.run(
        4,
        i -> {
          // To the sweep everything is old: only the order of row and file protects it.
          return i == 3 ? sweepWhile(writers) : uploadAndSend(uploaded, writers);
        });
    assertEquals(45, uploaded.size());
    for (JsonNode each : uploaded) {
      assertEquals(200, alice.downloads(each.path("url").asText()).statusCode());
    }
    assertEquals(45, kept(folder));
  }

  private long sweepWhile(AtomicInteger writers) {
    long removed = 0;
    while (writers.get() > 0) {
      removed += leftoversAfter(NEXT_DAYS).sweep().files();
      removed += leftoversAfter(NEXT_DAYS).removeAbandoned().files();
    }
    return removed;
  }

  private long uploadAndSend(ConcurrentLinkedQueue<JsonNode> uploaded, AtomicInteger writers) {
    try {
      for (int n = 0; n < 15; n++) {
        JsonNode upload = uploads("a.txt", Papers.text("a"));
        uploaded.add(upload);
        if (n % 2 == 0) {
          sent(upload);
        }
      }
      return 0;
    } finally {
      writers.decrementAndGet();
    }
  }

  @Test
  void folders_of_a_server_that_is_gone_go_and_those_of_one_that_runs_stay() throws IOException {
    try (TemporaryFolders running = new TemporaryFolders(folder);
        TemporaryFolders tidy = new TemporaryFolders(folder)) {
      Path busy = Files.writeString(running.make().resolve("0"), "coming in").getParent();
      Path own = tidy.make();
      Path nameless = Files.createDirectory(own.resolveSibling("x"));
      Path cutOff = cutOff("half of it");
      assertEquals(10, tidy.removeAbandoned());
      assertTrue(Files.exists(busy) && Files.exists(own));
      assertFalse(Files.exists(cutOff) || Files.exists(nameless));
      TemporaryFolders.delete(busy);
      TemporaryFolders.delete(own);
    }
    assertEquals(List.of(), filesIn(folder.resolve("storage").resolve("temporary")));
    // The server of this test still runs and has its own.
    assertEquals(1, filesIn(folder.resolve("locks")).size());
  }

  /** As a killed server leaves it: the folder, and a lock that nobody holds. */
  private Path cutOff(String content) throws IOException {
    String name = UUID.randomUUID().toString();
    Files.createFile(folder.resolve("locks").resolve(name));
    Path left = folder.resolve("storage").resolve("temporary").resolve(name + "-1");
    Files.createDirectory(left);
    Files.writeString(left.resolve("0"), content);
    return left;
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
