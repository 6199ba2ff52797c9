package com.mockhu.dm.file.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.file.storage.LocalStorage;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server with a cold place, and the jobs of another one over the same database and disks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpkeepTest {
  static final Duration AGE = Duration.ofDays(30);
  static final Duration LONG_AFTER = Duration.ofDays(31);

  @TempDir static Path folder;
  @TempDir static Path cold;
  Campus campus;
  Person alice;
  Person bob;
  private HikariDataSource pool;
  private TemporaryFolders temporary;

  @BeforeAll
  void open() {
    String database = TestCluster.createDatabase();
    campus =
        Campus.on(
            database,
            Map.of("DM_DATA_DIR", folder.toString(), "DM_STORAGE_COLD_DIR", cold.toString()));
    pool = Pool.open(database, 4);
    temporary = new TemporaryFolders(cold);
  }

  @BeforeEach
  void welcome() {
    alice = campus.welcomes("alice");
    bob = campus.welcomes("bob");
  }

  @AfterEach
  void forget() {
    database()
        .transaction(
            transaction -> transaction.update("TRUNCATE uploads, sent_files, upload_usage"));
    leftoversAfter(Duration.ofDays(2)).sweep();
  }

  @AfterAll
  void close() {
    campus.close();
    temporary.close();
    pool.close();
  }

  Database database() {
    return new Database(pool);
  }

  private static Clock after(Duration time) {
    return Clock.offset(Clock.systemUTC(), time);
  }

  MoveToColdStorage archivingAfter(Duration time) {
    return new MoveToColdStorage(
        database(), new LocalStorage(folder), new LocalStorage(cold), temporary, AGE, after(time));
  }

  OrphanSweep leftoversAfter(Duration time) {
    return new OrphanSweep(
        database(),
        List.of(temporary),
        List.of(
            new OrphanSweep.Place(new LocalStorage(folder), false),
            new OrphanSweep.Place(new LocalStorage(cold), true)),
        after(time));
  }

  RemoveUnusedFiles cleaningAfter(Duration time) {
    var both =
        new com.mockhu.dm.file.storage.TieredStorage(
            new LocalStorage(folder), new LocalStorage(cold));
    return new RemoveUnusedFiles(
        database(), both, new Quota(Long.MAX_VALUE, Long.MAX_VALUE), after(time));
  }

  JsonNode uploads(String name, byte[] content) {
    return alice.uploads(Form.files().file(name, content)).path(0);
  }

  Message sent(JsonNode upload) {
    return alice
        .sends(null)
        .with("message_type", "file")
        .with("attachments", List.of(Map.of("id", upload.path("id").asText())))
        .to(bob);
  }

  /** How many files are kept below it. */
  static long kept(Path folder) {
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path path(Path folder, JsonNode upload) {
    String key = upload.path("url").asText().substring(Upload.ROOT.length());
    return folder.resolve("storage").resolve("messages").resolve(key);
  }
}
