package com.mockhu.dm.file.upkeep;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageAwayException;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.UploadSql;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that nobody needs: unsent for too long, or of messages and people that are gone. A
 * row goes only after its file.
 */
public final class Cleaning {
  private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);

  /** Few, for a connection is held while a store that is far away removes them one by one. */
  private static final int AT_ONCE = 20;

  private final Database database;
  private final Storage storage;
  private final Quota quota;
  private final Clock clock;

  public Cleaning(Database database, Storage storage, Quota quota, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.quota = quota;
    this.clock = clock;
  }

  /** Returns what went. */
  public FileCount run() {
    FileCount removed = FileCount.NOTHING;
    List<Upload> some;
    do {
      some = database.transaction(this::removeSome);
      removed = removed.plus(FileCount.of(some));
    } while (some.size() == AT_ONCE);
    return removed;
  }

  private List<Upload> removeSome(Transaction transaction) throws SQLException {
    return remove(
        transaction,
        UploadSql.lockUnneeded(
            transaction, clock.instant(), clock.instant().minus(Uploads.UNSENT), AT_ONCE));
  }

  /** At once, for an upload that could not be kept whole; the rows must not be known to anybody. */
  public void forget(List<Upload> uploads) {
    database.transaction(transaction -> remove(transaction, uploads));
  }

  /** Returns those whose files could be removed; the others' rows stay for the next round. */
  private List<Upload> remove(Transaction transaction, List<Upload> uploads) throws SQLException {
    List<Upload> removed = new ArrayList<>();
    for (Upload upload : uploads) {
      if (isRemoved(upload)) {
        removed.add(upload);
      }
    }
    if (!removed.isEmpty()) {
      UploadSql.delete(transaction, removed);
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
    } catch (StorageAwayException e) {
      // Waiting for it once is enough.
      throw StorageFault.of(e);
    } catch (IOException e) {
      LOG.warn("The file {} cannot be removed", upload.key(), e);
      return false;
    }
  }
}
