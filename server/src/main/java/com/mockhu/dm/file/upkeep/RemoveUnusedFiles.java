package com.mockhu.dm.file.upkeep;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.StorageUnavailableException;
import com.mockhu.dm.file.upload.FileSql;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.SentFileSql;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.UploadSql;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that nothing refers to: those unsent for too long, and those of deleted messages
 * and accounts. A row is deleted only after its bytes.
 */
public final class RemoveUnusedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(RemoveUnusedFiles.class);

  /** Few, since a database connection is held while a remote store removes them one by one. */
  private static final int AT_ONCE = 20;

  private final Database database;
  private final Storage storage;
  private final Quota quota;
  private final Clock clock;

  public RemoveUnusedFiles(Database database, Storage storage, Quota quota, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.quota = quota;
    this.clock = clock;
  }

  private interface Unused {
    List<Upload> lock(Transaction transaction, Instant now) throws SQLException;
  }

  /** Returns what was removed. */
  public FileCount run() {
    return removeAll(
            (transaction, now) ->
                UploadSql.lockUnused(transaction, now, now.minus(Uploads.UNSENT), AT_ONCE))
        .plus(removeAll((transaction, now) -> SentFileSql.lockUnused(transaction, now, AT_ONCE)));
  }

  private FileCount removeAll(Unused unused) {
    FileCount removed = FileCount.NOTHING;
    List<Upload> some;
    do {
      some =
          database.transaction(
              transaction -> remove(transaction, unused.lock(transaction, clock.instant())));
      removed = removed.plus(FileCount.of(some));
    } while (some.size() == AT_ONCE);
    return removed;
  }

  /** At once, for an upload that failed half-way; its rows must not be known to any client. */
  public void forget(List<Upload> uploads) {
    database.transaction(transaction -> remove(transaction, uploads));
  }

  /** Returns the removed files; rows of the others stay for the next round. */
  private List<Upload> remove(Transaction transaction, List<Upload> uploads) throws SQLException {
    List<Upload> removed = new ArrayList<>();
    for (Upload upload : uploads) {
      if (isRemoved(upload)) {
        removed.add(upload);
      }
    }
    if (!removed.isEmpty()) {
      FileSql.delete(transaction, removed);
      quota.giveBack(transaction, removed);
    }
    return removed;
  }

  private boolean isRemoved(Upload upload) {
    try {
      storage.remove(upload.key());
      if (upload.isImage()) {
        storage.remove(upload.thumbnailKey());
      }
      return true;
    } catch (StorageUnavailableException e) {
      // The other files would wait for the same timeout.
      throw StorageFault.of(e);
    } catch (IOException e) {
      LOG.warn("The file {} cannot be removed", upload.key(), e);
      return false;
    }
  }
}
