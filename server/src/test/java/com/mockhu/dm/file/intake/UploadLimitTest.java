package com.mockhu.dm.file.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.raw.HalfUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much may come at once, and how much may stay. */
class UploadLimitTest extends CampusTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir static Path folder;

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "DM_DATA_DIR",
        folder.toString(),
        "DM_STORAGE_USER_MEGABYTES",
        "2",
        "DM_STORAGE_MEGABYTES",
        "3");
  }

  private static Form text(int size) {
    return Form.files().file("a.txt", "a".repeat(size).getBytes());
  }

  private static long filesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void three_uploads_run_at_once_and_a_fourth_waits_for_one_of_them_to_end() {
    List<HalfUpload> running = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        running.add(HalfUpload.begin(campus, alice, Form.files().file("a.txt", Papers.text("a"))));
      }
      assertTrue(Metrics.of(campus).sum("dm_upload_oldest_seconds") > 0);
      var error = alice.triesToUpload(text(1)).isRefused(429, "rate_limited");
      assertEquals("uploads_at_once", error.path("details").path("limit").asText());
      bob.uploads(text(1));
      assertEquals(200, running.getFirst().finish());
      alice.uploads(text(1));
    } finally {
      running.forEach(HalfUpload::close);
    }
  }

  @Test
  void one_s_own_quota_and_that_of_all_are_told_and_nothing_more_is_kept() throws IOException {
    long before = filesOnDisk();
    alice.uploads(text(MEGABYTE));
    alice.uploads(text(MEGABYTE / 2));
    alice.triesToUpload(text(MEGABYTE)).isRefused(507, "storage_full");
    bob.uploads(text(MEGABYTE));
    carol.triesToUpload(text(MEGABYTE)).isRefused(507, "storage_full");
    assertEquals(before + 3, filesOnDisk());
    assertEquals(
        0, campus.counts("SELECT count(*) FROM uploads WHERE uploader_id = '" + carol.id() + "'"));
    assertEquals(
        campus.counts("SELECT sum(size) FROM uploads"),
        campus.counts("SELECT sum(bytes) FROM upload_usage"));
    alice.uploads(text(MEGABYTE / 4));
  }
}
