package com.mockhu.dm.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.file.storage.S3Settings;
import com.mockhu.dm.file.storage.S3Storage;
import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.upkeep.FileCount;
import com.mockhu.dm.file.upkeep.MoveToColdStorage;
import com.mockhu.dm.file.upkeep.RemoveUnusedFiles;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.process.ObjectStore;
import com.mockhu.dm.support.process.SilentPort;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in an S3-compatible store, as people see them: no different. */
class ObjectStoreTest {
  @TempDir Path folder;
  private final String database = TestCluster.createDatabase();
  private final Map<String, String> settings = new HashMap<>(ObjectStore.settings());

  private Campus campus() {
    settings.put("DM_DATA_DIR", folder.toString());
    return Campus.on(database, settings);
  }

  private List<String> kept() throws IOException {
    List<String> keys = new ArrayList<>();
    try (S3Storage storage = storage()) {
      storage.list(some -> some.stream().map(Storage.Kept::key).forEach(keys::add));
    }
    return keys;
  }

  private S3Storage storage() {
    return S3Storage.open(S3Settings.from(Environment.of(settings), true).orElseThrow());
  }

  private FileCount clean() {
    try (HikariDataSource pool = Pool.open(database, 2);
        S3Storage storage = storage()) {
      Quota quota = new Quota(Long.MAX_VALUE, Long.MAX_VALUE);
      return new RemoveUnusedFiles(new Database(pool), storage, quota, Clock.systemUTC()).run();
    }
  }

  private static Message sent(JsonNode upload, Person from, Person to) {
    return from.sends(null)
        .with("message_type", "file")
        .with("attachments", List.of(Map.of("id", upload.path("id").asText())))
        .to(to);
  }

  private void assertNothingIsOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void a_file_is_uploaded_sent_read_deleted_and_gone() throws IOException {
    byte[] zip = Papers.zip("noise", noise(700_000));
    try (Campus campus = campus()) {
      Person alice = campus.welcomes("alice");
      Person bob = campus.welcomes("bob");
      JsonNode uploads =
          alice.uploads(
              Form.files().file("notes.zip", zip).file("photo.png", Pixels.png(600, 500)));
      assertEquals(3, kept().size());
      assertNothingIsOnDisk();
      Message message = sent(uploads.path(0), alice, bob);
      sent(uploads.path(1), alice, bob);
      String url = uploads.path(0).path("url").asText();
      assertArrayEquals(zip, bob.downloads(url).body());
      assertIsPartOf(zip, bob.downloads(url, Map.of("Range", "bytes=1000-300999")));
      assertEquals(416, bob.downloads(url, Map.of("Range", "bytes=9000000-")).statusCode());
      assertIsPicture(bob.downloads(uploads.path(1).path("thumbnail_url").asText()));
      assertHeadTellsAll(campus, bob, url, zip.length);
      alice.deletesForEveryone(message);
      assertEquals(1, clean().files());
      assertEquals(404, bob.downloads(url).statusCode());
      assertEquals(2, kept().size());
    }
  }

  private static void assertIsPartOf(byte[] whole, HttpResponse<byte[]> answer) {
    assertEquals(206, answer.statusCode());
    assertArrayEquals(Arrays.copyOfRange(whole, 1000, 301_000), answer.body());
    assertEquals(
        "bytes 1000-300999/" + whole.length,
        answer.headers().firstValue("Content-Range").orElseThrow());
  }

  private static void assertIsPicture(HttpResponse<byte[]> answer) {
    assertEquals(200, answer.statusCode());
    assertEquals(0xFFD8, (answer.body()[0] & 0xFF) << 8 | answer.body()[1] & 0xFF);
  }

  private static void assertHeadTellsAll(Campus campus, Person reader, String url, int length) {
    var headers = Map.of("Authorization", "Bearer " + reader.token());
    var head = campus.http().download("HEAD", url, headers);
    assertEquals(200, head.statusCode());
    assertEquals(length, head.headers().firstValueAsLong("Content-Length").orElseThrow());
  }

  @Test
  void a_file_that_the_store_has_lost_is_not_found() throws IOException {
    try (Campus campus = campus();
        S3Storage storage = storage()) {
      Person alice = campus.welcomes("alice");
      JsonNode upload = alice.uploads(Form.files().file("a.txt", Papers.text("a"))).path(0);
      storage.remove(kept().getFirst());
      assertEquals(404, alice.downloads(upload.path("url").asText()).statusCode());
    }
  }

  @Test
  void while_the_store_is_away_messages_go_on_and_files_are_told_to_come_back() throws IOException {
    String there = settings.get("DM_S3_ENDPOINT");
    settings.put("DM_S3_ENDPOINT", "http://127.0.0.1:" + SilentPort.closed());
    try (Campus without = campus()) {
      settings.put("DM_S3_ENDPOINT", there);
      try (Campus with = campus()) {
        Person alice = with.welcomes("alice");
        Person bob = with.welcomes("bob");
        String url =
            alice
                .uploads(Form.files().file("a.txt", Papers.text("a")))
                .path(0)
                .path("url")
                .asText();
        assertEquals(200, alice.downloads(url).statusCode());
        assertEquals(503, alice.at(without).downloads(url).statusCode());
        Form two = Form.files().file("b.txt", Papers.text("b")).file("c.txt", Papers.text("c"));
        alice.at(without).triesToUpload(two).isRefused(503, "unavailable");
        alice.at(without).sends("still there").to(bob.at(without));
        assertNothingIsOnDisk();
        assertEquals(2, clean().files());
        assertEquals(1, with.counts("SELECT count(*) FROM uploads"));
        assertEquals(1, with.counts("SELECT bytes FROM upload_usage WHERE bytes <> 0 LIMIT 1"));
      }
    }
  }

  @Test
  void old_files_go_to_a_bucket_of_their_own_and_are_read_from_there() throws IOException {
    settings.put("DM_STORAGE_COLD_BUCKET", ObjectStore.newBucket());
    settings.put("DM_STORAGE_COLD_CLASS", "STANDARD_IA");
    try (Campus campus = campus();
        HikariDataSource pool = Pool.open(database, 2);
        FileStores places = FileStores.open(FileSettings.from(Environment.of(settings)))) {
      Person alice = campus.welcomes("alice");
      Person bob = campus.welcomes("bob");
      byte[] text = Papers.text("0123456789");
      JsonNode upload = alice.uploads(Form.files().file("a.txt", text)).path(0);
      sent(upload, alice, bob);
      assertEquals(new FileCount(1, text.length), archiveAll(new Database(pool), places));
      assertEquals(List.of(), kept());
      String url = upload.path("url").asText();
      assertArrayEquals(text, bob.downloads(url).body());
      var part = bob.downloads(url, Map.of("Range", "bytes=-3"));
      assertArrayEquals(Papers.text("789"), part.body());
      assertNothingIsOnDisk();
    }
  }

  private static FileCount archiveAll(Database database, FileStores places) {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
    return new MoveToColdStorage(
            database,
            places.warm(),
            places.cold(),
            places.coldTemporary(),
            Duration.ofDays(1),
            later)
        .run();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(3).nextBytes(bytes);
    return bytes;
  }
}
