package com.mockhu.dm.file.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mockhu.dm.file.inspect.Inspection;
import com.mockhu.dm.file.inspect.InspectionSettings;
import com.mockhu.dm.file.multipart.MultipartReader;
import com.mockhu.dm.file.storage.LocalStorage;
import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFullException;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.upkeep.RemoveUnusedFiles;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.time.Patience;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No room on the disk. While a file comes in, the kernel itself says so, by its device for that; as
 * it is put in its place, a stand-in for the storage does, since no test may fill a real disk.
 */
class FullDiskTest {
  private static final InspectionSettings INSPECTION =
      new InspectionSettings(1, 512, Patience.LONGEST);

  @TempDir Path folder;

  private static MultipartReader reader(Form form) {
    return MultipartReader.of(
        form.contentType(), new ByteArrayInputStream(form.bytes()), Long.MAX_VALUE);
  }

  private static void assertIsFull(ApiException told) {
    assertEquals(ErrorCode.STORAGE_FULL, told.code());
  }

  @Test
  void a_disk_that_is_full_while_a_file_comes_in_is_told() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Files.createSymbolicLink(folder.resolve("0"), full);
    Form form = Form.files().file("a.txt", Papers.text("a"));
    assertIsFull(assertThrows(ApiException.class, () -> UploadForm.read(reader(form), folder)));
  }

  @Test
  void a_disk_that_is_full_for_the_second_file_keeps_none_of_them() throws IOException {
    for (IOException full :
        List.of(
            new IOException("No space left on device"),
            new IOException("Disk quota exceeded"),
            new StorageFullException("status 507", null))) {
      try (HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 2);
          TemporaryFolders temporary = new TemporaryFolders(folder);
          Inspection inspection = new Inspection(INSPECTION)) {
        Database database = new Database(pool);
        ReceiveUploads receiving =
            receiving(database, temporary, new OneMore(folder, full), inspection);
        Form form =
            Form.files().file("a.txt", Papers.text("a")).file("photo.png", Pixels.png(90, 90));
        assertIsFull(
            assertThrows(
                ApiException.class, () -> receiving.receive(UUID.randomUUID(), reader(form))));
        assertNothingIsLeft(database);
      }
    }
  }

  private static ReceiveUploads receiving(
      Database database, TemporaryFolders temporary, Storage storage, Inspection inspection) {
    Quota quota = new Quota(Long.MAX_VALUE, Long.MAX_VALUE);
    Clock clock = Clock.systemUTC();
    RemoveUnusedFiles cleaning = new RemoveUnusedFiles(database, storage, quota, clock);
    VirusCheck viruses = new VirusCheck(Optional.empty(), new InfectionRecords(database, clock));
    StoreFiles store = new StoreFiles(database, storage, quota, cleaning, clock);
    return new ReceiveUploads(temporary, viruses, inspection, store, clock);
  }

  private void assertNothingIsLeft(Database database) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
    }
    long left =
        database.read(
            transaction ->
                transaction
                    .first(
                        """
                        SELECT (SELECT count(*) FROM uploads)
                             + (SELECT coalesce(sum(bytes), 0) FROM upload_usage) AS left_over
                        """,
                        row -> row.number("left_over"))
                    .orElseThrow());
    assertEquals(0, left);
  }

  /** Has room for one file. */
  private static final class OneMore implements Storage {
    private final Storage disk;
    private final IOException full;
    private boolean isFull;

    OneMore(Path folder, IOException full) {
      this.disk = new LocalStorage(folder);
      this.full = full;
    }

    @Override
    public void keep(String key, Path file) throws IOException {
      if (isFull) {
        throw full;
      }
      disk.keep(key, file);
      isFull = true;
    }

    @Override
    public Optional<Path> onDisk(String key) {
      return disk.onDisk(key);
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
      return disk.open(key, offset, length);
    }

    @Override
    public void remove(String key) throws IOException {
      disk.remove(key);
    }

    @Override
    public void list(Consumer<List<Kept>> some) throws IOException {
      disk.list(some);
    }
  }
}
