package com.mockhu.dm.file.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.file.storage.LocalStorage;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Group;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Together;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody needs goes; what somebody needs stays, whoever races. */
class RemoveUnusedFilesTest {
  @TempDir Path folder;
  private Campus campus;
  private Person alice;
  private Person bob;
  private HikariDataSource pool;

  @BeforeEach
  void open() {
    String database = TestCluster.createDatabase();
    campus = Campus.on(database, Map.of("DM_DATA_DIR", folder.toString()));
    pool = Pool.open(database, 4);
    alice = campus.welcomes("alice");
    bob = campus.welcomes("bob");
  }

  @AfterEach
  void close() {
    campus.close();
    pool.close();
  }

  /** The job of another server over the same database and disk, so much later. */
  private RemoveUnusedFiles cleaningAfter(Duration time) {
    Quota quota = new Quota(Long.MAX_VALUE, Long.MAX_VALUE);
    return new RemoveUnusedFiles(
        new Database(pool), new LocalStorage(folder), quota, Clock.offset(Clock.systemUTC(), time));
  }

  private String upload() {
    return alice.uploads(Form.files().file("a.png", Pixels.png(9, 9))).path(0).path("id").asText();
  }

  private Message sent(String upload) {
    return alice
        .sends(null)
        .with("message_type", "file")
        .with("attachments", List.of(Map.of("id", upload)))
        .to(bob);
  }

  private long filesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void an_upload_that_was_not_sent_in_a_day_goes_and_frees_its_room() throws IOException {
    upload();
    String kept = upload();
    sent(kept);
    assertEquals(0, cleaningAfter(Duration.ofHours(23)).run().files());
    assertEquals(4, filesOnDisk());
    assertEquals(1, cleaningAfter(Duration.ofHours(25)).run().files());
    assertEquals(2, filesOnDisk());
    assertEquals(200, bob.downloads("/v1/messages/files/" + kept).statusCode());
    assertEquals(
        campus.counts("SELECT sum(size + thumbnail_size) FROM sent_files"),
        campus.counts("SELECT bytes FROM upload_usage WHERE user_id = '" + alice.id() + "'"));
  }

  @Test
  void the_files_of_a_message_deleted_for_everyone_go() throws IOException {
    Message message = sent(upload());
    assertEquals(0, cleaningAfter(Duration.ZERO).run().files());
    alice.deletesForEveryone(message);
    assertEquals(1, cleaningAfter(Duration.ZERO).run().files());
    assertEquals(0, filesOnDisk());
    assertEquals(0, campus.counts("SELECT sum(bytes) FROM upload_usage"));
  }

  @Test
  void a_removed_account_takes_the_files_of_its_conversations_along() throws IOException {
    sent(upload());
    upload();
    campus.pushes("DELETE", "/users/" + bob.id(), null);
    assertEquals(1, cleaningAfter(Duration.ZERO).run().files());
    assertEquals(2, filesOnDisk());
    campus.pushes("DELETE", "/users/" + alice.id(), null);
    assertEquals(1, cleaningAfter(Duration.ZERO).run().files());
    assertEquals(0, filesOnDisk());
  }

  @Test
  void a_removed_account_leaves_the_files_of_others_in_its_groups() throws IOException {
    Group group = Group.of(campus, alice, bob);
    String upload = upload();
    alice
        .sends(null)
        .with("message_type", "file")
        .with("attachments", List.of(Map.of("id", upload)))
        .in(group.id());
    campus.pushes("DELETE", "/users/" + bob.id(), null);
    assertEquals(0, cleaningAfter(Duration.ZERO).run().files());
    assertEquals(200, alice.downloads("/v1/messages/files/" + upload).statusCode());
  }

  @Test
  void what_is_sent_while_the_cleaning_runs_is_sent_whole_or_refused() {
    List<String> uploads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      uploads.add(upload());
    }
    alice.sends("hi").to(bob);
    // To the cleaning they are old, to the send they are not: only the row's lock decides.
    List<Integer> statuses =
        Together.run(
            uploads.size() + 1,
            i -> {
              if (i == uploads.size()) {
                return (int) cleaningAfter(Duration.ofHours(25)).run().files();
              }
              return alice
                  .triesToSend(null)
                  .with("message_type", "file")
                  .with("attachments", List.of(Map.of("id", uploads.get(i))))
                  .to(bob)
                  .status();
            });
    for (int i = 0; i < uploads.size(); i++) {
      int there = bob.downloads("/v1/messages/files/" + uploads.get(i)).statusCode();
      assertEquals(statuses.get(i) == 201 ? 200 : 404, there);
    }
    assertTrue(statuses.subList(0, uploads.size()).stream().allMatch(s -> s == 201 || s == 400));
    assertFalse(statuses.getLast() > uploads.size());
  }

  @Test
  void what_is_on_disk_is_its_owner_s_alone() throws IOException {
    upload();
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      for (Path file : files.toList()) {
        String mode =
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file));
        assertEquals(Files.isDirectory(file) ? "rwx------" : "rw-------", mode, file.toString());
      }
    }
    assertEquals(2, filesOnDisk());
  }
}
