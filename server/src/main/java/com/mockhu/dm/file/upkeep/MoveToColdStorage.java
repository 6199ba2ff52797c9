package com.mockhu.dm.file.upkeep;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.upload.FileSql;
import com.mockhu.dm.file.upload.SentFileSql;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves old files to a colder storage. Thumbnails stay, since lists show them. The file is copied,
 * then its row is changed, then the original is removed, so that after a crash at any point the
 * file is in at least one of the two storages.
 */
public final class MoveToColdStorage {
  private static final Logger LOG = LoggerFactory.getLogger(MoveToColdStorage.class);
  private static final int AT_ONCE = 20;

  /** How long other servers leave a claimed file alone. A second copy would be the same. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private final Database database;
  private final Storage warm;
  private final Storage cold;
  private final TemporaryFolders temporary;
  private final Duration age;
  private final Clock clock;

  public MoveToColdStorage(
      Database database,
      Storage warm,
      Storage cold,
      TemporaryFolders temporary,
      Duration age,
      Clock clock) {
    this.database = database;
    this.warm = warm;
    this.cold = cold;
    this.temporary = temporary;
    this.age = age;
    this.clock = clock;
  }

  /** Returns how many files were moved. */
  public FileCount run() {
    FileCount moved = FileCount.NOTHING;
    List<Upload> some;
    do {
      some = claim();
      for (Upload upload : some) {
        moved = moved.plus(move(upload));
      }
    } while (some.size() == AT_ONCE);
    return moved;
  }

  /** Holds no lock after its return: deleting a message must not wait for a copy. */
  private List<Upload> claim() {
    Instant now = clock.instant();
    return database.transaction(
        transaction ->
            SentFileSql.claimOld(transaction, now.minus(age), now, now.plus(CLAIM), AT_ONCE));
  }

  private FileCount move(Upload upload) {
    try {
      Path folder = temporary.make();
      try {
        copy(upload, folder.resolve("copy"));
        return settle(upload);
      } finally {
        TemporaryFolders.delete(folder);
      }
    } catch (java.nio.file.NoSuchFileException e) {
      LOG.warn("The file {} is missing and was not moved", upload.key());
      return FileCount.NOTHING;
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }

  private void copy(Upload upload, Path copy) throws IOException {
    try (InputStream in = warm.open(upload.key(), 0, upload.size())) {
      Files.copy(in, copy);
    }
    if (Files.size(copy) != upload.size()) {
      throw new IOException("The file " + upload.key() + " has another size than its row says");
    }
    cold.keep(upload.key(), copy);
  }

  private FileCount settle(Upload upload) throws IOException {
    Instant now = clock.instant();
    if (database.transaction(transaction -> SentFileSql.markCold(transaction, upload, now))) {
      warm.remove(upload.key());
      return new FileCount(1, upload.size());
    }
    // Released meanwhile. If its row is gone too, the clean-up may have run before the copy
    // existed.
    if (database.read(t -> FileSql.byId(t, upload.id())).isEmpty()) {
      cold.remove(upload.key());
    }
    return FileCount.NOTHING;
  }
}
