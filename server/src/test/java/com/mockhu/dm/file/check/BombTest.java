package com.mockhu.dm.file.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Bombs;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.time.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Small files that cost much: told apart cheaply, or stopped, while others' photos go through. */
class BombTest extends CampusTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int UNPACKED = 300 * MEGABYTE;

  /** The least that is allowed, so that the bombs need not be larger. */
  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_FILES_MEMORY_MEGABYTES", "384", "DM_FILES_SECONDS", "2");
  }

  private String refusal(Form form) {
    Answer answer = alice.triesToUpload(form);
    JsonNode error = answer.isRefused(400, "file_refused");
    return error.path("message").asText();
  }

  private double metric(String name, String... parts) {
    return Metrics.of(campus).sum(name, parts);
  }

  private void assertServesOthers() {
    assertFalse(bob.uploads(Form.images().file("a.png", Pixels.png(60, 40))).isEmpty());
    Patience.until("nothing runs", () -> metric("dm_inspections_running") == 0);
    assertTrue(metric("dm_inspection_processes") <= 2);
  }

  @Test
  void a_jpeg_of_very_many_scans_is_refused_before_it_is_decoded() {
    byte[] bomb = Bombs.jpegWithScans(136_000);
    assertEquals(
        "The picture has more than 100 scans. Save it as an ordinary JPEG.",
        refusal(Form.images().file("a.jpg", bomb)));
    assertServesOthers();
  }

  @Test
  void a_comment_of_a_png_is_never_unpacked() {
    byte[] bomb = Bombs.pngWithComment(UNPACKED);
    double before = metric("dm_inspections_given_up_total");
    JsonNode kept = alice.uploads(Form.images().file("a.png", bomb)).path(0);
    assertEquals(9, kept.path("width").asInt());
    assertTrue(kept.path("size").asInt() < MEGABYTE);
    assertEquals(before, metric("dm_inspections_given_up_total"));
  }

  @Test
  void a_gif_of_very_many_frames_is_refused() {
    assertEquals(
        "The animation has more than 5,000 frames. Make it shorter.",
        refusal(Form.images().file("a.gif", Bombs.gifWithFrames(400_000))));
    assertServesOthers();
  }

  @Test
  void a_pdf_that_unpacks_to_gigabytes_costs_its_own_process_alone() {
    byte[] bomb = Bombs.pdfWithObjectStreams(8, UNPACKED);
    double before = metric("dm_inspections_given_up_total");
    refusal(Form.files().file("a.pdf", bomb));
    assertEquals(before + 1, metric("dm_inspections_given_up_total"));
    assertServesOthers();
  }

  /** Each sends what keeps a process busy until it is killed, as often at once as they may. */
  @Test
  void a_photo_goes_through_while_three_people_send_what_never_ends() throws Exception {
    byte[] slow = Bombs.jpegWithScans(100);
    List<Future<Answer>> bombs = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Person each : List.of(alice, carol, campus.welcomes("dave"))) {
        for (int i = 0; i < 3; i++) {
          Form form = Form.images().file("a.jpg", slow);
          bombs.add(threads.submit(() -> each.triesToUpload(form)));
        }
      }
      for (int i = 0; i < 3; i++) {
        assertServesBob();
      }
    }
    assertEquals(9, bombs.size());
    assertServesOthers();
  }

  private void assertServesBob() {
    assertFalse(bob.uploads(Form.images().file("a.jpg", Pixels.jpeg(900, 600))).isEmpty());
  }
}
