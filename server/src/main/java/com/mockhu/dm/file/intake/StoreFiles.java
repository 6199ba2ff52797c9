package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.upkeep.RemoveUnusedFiles;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.UploadSql;
import com.mockhu.dm.platform.database.Database;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores the files of one upload: all, or none. */
public final class StoreFiles {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

  private final Database database;
  private final Storage storage;
  private final Quota quota;
  private final RemoveUnusedFiles removal;
  private final Clock clock;

  public StoreFiles(
      Database database, Storage storage, Quota quota, RemoveUnusedFiles removal, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.quota = quota;
    this.removal = removal;
    this.clock = clock;
  }

  /** Rows first: if the server dies in between, the clean-up finds the bytes by their rows. */
  void store(UUID uploader, List<PreparedFile> files) {
    List<Upload> uploads = files.stream().map(PreparedFile::upload).toList();
    database.transaction(
        transaction -> {
          quota.use(transaction, uploader, uploads.stream().mapToLong(Upload::bytes).sum());
          UploadSql.insert(transaction, uploads);
          return null;
        });
    try {
      for (PreparedFile each : files) {
        storage.keep(each.upload().key(), each.file());
        if (each.thumbnail() != null) {
          storage.keep(each.upload().thumbnailKey(), each.thumbnail());
        }
      }
    } catch (IOException e) {
      forget(uploads);
      throw StorageFault.of(e);
    }
  }

  /** Bytes that cannot be removed now are removed by the next clean-up. */
  private void forget(List<Upload> uploads) {
    try {
      removal.forget(uploads);
    } catch (RuntimeException e) {
      LOG.warn("The files of a failed upload could not be removed yet: {}", e.getMessage());
      database.transaction(
          transaction -> {
            UploadSql.discard(transaction, uploads, clock.instant());
            return null;
          });
    }
  }
}
