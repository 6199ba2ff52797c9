package com.mockhu.dm.file.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.process.Clamd;
import com.mockhu.dm.support.process.NeedsClamd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real clamd finds, and what becomes of uploads when it cannot look. */
@NeedsClamd
class VirusTest {
  private static final int LARGEST = 1 << 20;
  private static final byte[] EICAR = Clamd.eicar().getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private static Clamd clamd;

  @BeforeAll
  static void startScanner() {
    clamd = Clamd.start(LARGEST);
  }

  @AfterAll
  static void endScanner() {
    clamd.close();
  }

  private Campus campus(String scanner, String required) {
    return Campus.start(
        Map.of(
            "DM_DATA_DIR",
            folder.toString(),
            "DM_CLAMAV_ADDRESS",
            scanner,
            "DM_CLAMAV_REQUIRED",
            required));
  }

  private List<Path> filesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void an_infected_file_is_refused_and_noted_and_nothing_of_the_upload_stays() throws Exception {
    try (Campus campus = campus(clamd.address(), "on")) {
      Person alice = campus.welcomes("alice");
      Form form = Form.files().file("good.txt", Papers.text("good")).file("bad.txt", EICAR);
      var error = alice.triesToUpload(form).isRefused(403, "file_infected");
      assertEquals("File rejected: Security scan failed", error.path("message").asText());
      assertEquals(List.of(), filesOnDisk());
      assertEquals(0, campus.counts("SELECT count(*) FROM uploads"));
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(EICAR));
      assertEquals(
          1,
          campus.counts(
              """
              SELECT count(*) FROM quarantine
               WHERE uploader_id = '%s' AND original_filename = 'bad.txt' AND size = %d
                 AND sha256 = '%s' AND signature = '%s'
                 AND found_at > now() - interval '5 minutes'
              """
                  .formatted(alice.id(), EICAR.length, sha256, Clamd.SIGNATURE)));
    }
  }

  @Test
  void a_virus_in_an_archive_is_found_over_a_unix_socket_too_and_what_is_clean_comes_in() {
    try (Campus campus = campus(clamd.socket(), "on")) {
      var ready = campus.http().get("/health/ready", null).json();
      assertEquals("ok", ready.at("/checks/scanner").asText(), ready::toString);
      Person alice = campus.welcomes("alice");
      Form packed = Form.files().file("thesis.zip", Papers.zip("notes.txt", EICAR));
      alice.triesToUpload(packed).isRefused(403, "file_infected");
      assertEquals(1, alice.uploads(Form.images().file("a.png", Pixels.png(90, 90))).size());
      assertEquals(1, campus.counts("SELECT count(*) FROM quarantine"));
    }
  }

  @Test
  void what_is_too_large_for_the_scanner_counts_as_not_scanned() throws IOException {
    Form large = Form.files().file("a.txt", "a".repeat(LARGEST + 1).getBytes());
    try (Campus campus = campus(clamd.address(), "on")) {
      Person alice = campus.welcomes("alice");
      alice.triesToUpload(large).isRefused(503, "unavailable");
      assertEquals(List.of(), filesOnDisk());
    }
    try (Campus campus = campus(clamd.address(), "off")) {
      assertEquals(1, campus.welcomes("alice").uploads(large).size());
      campus
          .welcomes("bob")
          .triesToUpload(Form.files().file("bad.txt", EICAR))
          .isRefused(403, "file_infected");
      assertTrue(campus.counts("SELECT count(*) FROM quarantine") == 1);
    }
  }
}
