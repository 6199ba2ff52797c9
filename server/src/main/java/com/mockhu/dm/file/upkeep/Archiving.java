package com.mockhu.dm.file.upkeep;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.UploadSql;
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
 * Moves old files to a colder storage; thumbnails, which lists show, stay. First the copy, then the
 * row, then the original goes: cut off anywhere, the file is in one of the two places or in both.
 */
public final class Archiving {
  private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);
  private static final int AT_ONCE = 20;

  /** For as long nobody else takes them up; a copy made twice does no harm. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private final Database database;
  private final Storage warm;
  private final Storage cold;
  private final TemporaryFolders temporary;
  private final Duration age;
  private final Clock clock;

  public Archiving(
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

  /** Returns what was moved. */
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

  /** No lock outlives this: whoever deletes a message must not wait for a copy. */
  private List<Upload> claim() {
    Instant now = clock.instant();
    return database.transaction(
        transaction ->
            UploadSql.claimOld(transaction, now.minus(age), now, now.plus(CLAIM), AT_ONCE));
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
      throw new IOException("The file " + upload.key() + " has not the size it should have");
    }
    cold.keep(upload.key(), copy);
  }

  private FileCount settle(Upload upload) throws IOException {
    Instant now = clock.instant();
    if (database.transaction(transaction -> UploadSql.markCold(transaction, upload.id(), now))) {
      warm.remove(upload.key());
      return new FileCount(1, upload.size());
    }
    // Deleted meanwhile: who did so may have looked here before the copy was.
    if (database.read(t -> UploadSql.byId(t, upload.id())).isEmpty()) {
      cold.remove(upload.key());
    }
    return FileCount.NOTHING;
  }
}
