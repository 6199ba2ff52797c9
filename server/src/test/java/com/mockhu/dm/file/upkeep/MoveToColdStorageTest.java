package com.mockhu.dm.file.upkeep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.time.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Old files go to the cold place, and nobody notices. */
class MoveToColdStorageTest extends UpkeepTest {
  private static final byte[] TEXT = Papers.text("0123456789");

  private void assertReadable(JsonNode upload) {
    String url = upload.path("url").asText();
    assertArrayEquals(TEXT, bob.downloads(url).body());
    var part = bob.downloads(url, Map.of("Range", "bytes=2-4"));
    assertEquals(206, part.statusCode());
    assertArrayEquals(Papers.text("234"), part.body());
  }

  @Test
  void what_was_sent_long_ago_moves_and_is_read_as_before() {
    JsonNode old = uploads("a.txt", TEXT);
    sent(old);
    JsonNode unsent = uploads("b.txt", TEXT);
    assertEquals(0, archivingAfter(Duration.ofDays(29)).run().files());
    assertEquals(new FileCount(1, TEXT.length), archivingAfter(LONG_AFTER).run());
    assertFalse(Files.exists(path(folder, old)));
    assertTrue(Files.exists(path(cold, old)));
    assertTrue(Files.exists(path(folder, unsent)));
    assertReadable(old);
    assertEquals(0, archivingAfter(LONG_AFTER).run().files());
    assertEquals(1, kept(cold));
  }

  @Test
  void thumbnails_stay_and_images_are_read_from_both_places() {
    JsonNode photo = uploads("photo.png", Pixels.png(500, 500));
    sent(photo);
    assertEquals(1, archivingAfter(LONG_AFTER).run().files());
    assertEquals(1, kept(folder));
    assertEquals(200, bob.downloads(photo.path("url").asText()).statusCode());
    assertEquals(200, bob.downloads(photo.path("thumbnail_url").asText()).statusCode());
  }

  @Test
  void what_is_deleted_goes_from_the_cold_place_too() {
    Message message = sent(uploads("a.txt", TEXT));
    archivingAfter(LONG_AFTER).run();
    alice.deletesForEveryone(message);
    assertEquals(1, cleaningAfter(Duration.ZERO).run().files());
    assertEquals(0, kept(cold) + kept(folder));
  }

  @Test
  void a_move_that_was_cut_off_after_the_copy_is_made_again() throws IOException {
    JsonNode upload = uploads("a.txt", TEXT);
    sent(upload);
    copyToCold(upload);
    // Half a copy cannot be there under its name; a whole one of another time can.
    assertEquals(1, archivingAfter(LONG_AFTER).run().files());
    assertReadable(upload);
    assertEquals(1, kept(cold));
    assertEquals(0, kept(folder));
  }

  @Test
  void a_move_that_was_cut_off_before_the_original_went_leaves_no_second_one() throws IOException {
    JsonNode upload = uploads("a.txt", TEXT);
    sent(upload);
    Path original = path(folder, upload);
    archivingAfter(LONG_AFTER).run();
    Files.copy(path(cold, upload), original);
    assertReadable(upload);
    assertEquals(new FileCount(1, TEXT.length), leftoversAfter(Duration.ofDays(2)).sweep());
    assertFalse(Files.exists(original));
    assertReadable(upload);
  }

  @Test
  void what_another_server_began_is_taken_up_when_that_one_is_not_heard_of() {
    JsonNode upload = uploads("a.txt", TEXT);
    sent(upload);
    database()
        .transaction(
            transaction ->
                transaction.update(
                    "UPDATE sent_files SET moving_until = now() + interval '31 days 10 minutes'"));
    assertEquals(0, archivingAfter(LONG_AFTER).run().files());
    assertEquals(1, archivingAfter(LONG_AFTER.plusMinutes(11)).run().files());
    assertReadable(upload);
  }

  @Test
  void several_servers_and_people_who_delete_do_not_get_in_each_other_s_way() {
    List<JsonNode> uploads = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      uploads.add(uploads("a.txt", TEXT));
      messages.add(sent(uploads.get(i)));
    }
    Together.run(
        12 + 3,
        i -> {
          if (i < 12) {
            alice.deletesForEveryone(messages.get(i));
            return 1L;
          }
          return i == 14
              ? cleaningAfter(Duration.ZERO).run().files()
              : archivingAfter(LONG_AFTER).run().files();
        });
    cleaningAfter(Duration.ZERO).run();
    assertEquals(12, kept(cold) + kept(folder));
    assertEquals(12, campus.counts("SELECT count(*) FROM sent_files WHERE cold_at IS NOT NULL"));
    uploads.subList(12, 24).forEach(this::assertReadable);
  }

  @Test
  void without_its_cold_place_a_server_does_not_start() {
    String database = TestCluster.createDatabase();
    Map<String, String> with =
        Map.of("DM_DATA_DIR", folder.toString(), "DM_STORAGE_COLD_DIR", cold.toString());
    Campus.on(database, with).close();
    insertColdFile(database);
    Map<String, String> without = Map.of("DM_DATA_DIR", folder.toString());
    String told =
        assertThrows(StartupException.class, () -> Campus.on(database, without).close())
            .getMessage();
    assertTrue(told.contains("DM_STORAGE_COLD_"), told);
  }

  private static void insertColdFile(String database) {
    try (var connection = TestCluster.dataSource(database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO sent_files (conversation_id, holder_id, id, uploader_id, key, filename,
                                  original_filename, size, thumbnail_size, mime_type, uploaded_at,
                                  cold_at)
          VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                  'files/a.txt', 'a', 'a', 1, 0, 'a', now(), now())
          """);
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void copyToCold(JsonNode upload) throws IOException {
    Files.createDirectories(path(cold, upload).getParent());
    Files.copy(path(folder, upload), path(cold, upload));
  }
}
