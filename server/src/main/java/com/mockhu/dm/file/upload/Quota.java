package com.mockhu.dm.file.upload;

import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** How much may be kept, of one person and of all. */
public final class Quota {
  /** Stands for everybody. */
  private static final UUID ALL = new UUID(0, 0);

  private final long ofUser;
  private final long ofAll;

  /** In bytes. */
  public Quota(long ofUser, long ofAll) {
    this.ofUser = ofUser;
    this.ofAll = ofAll;
  }

  /** Inside the transaction that adds the files, so that a refusal takes the count back too. */
  public void use(Transaction transaction, UUID userId, long bytes) throws SQLException {
    boolean isFull = UploadSql.use(transaction, userId, bytes) > ofUser;
    // The row of all comes last everywhere and is held for a moment only.
    if (isFull || UploadSql.use(transaction, ALL, bytes) > ofAll) {
      throw StorageFault.full();
    }
  }

  public void giveBack(Transaction transaction, List<Upload> uploads) throws SQLException {
    var byUser =
        uploads.stream()
            .collect(
                Collectors.groupingBy(
                    Upload::uploaderId,
                    java.util.TreeMap::new,
                    Collectors.summingLong(Upload::bytes)));
    long all = 0;
    for (var each : byUser.entrySet()) {
      UploadSql.use(transaction, each.getKey(), -each.getValue());
      all += each.getValue();
    }
    UploadSql.use(transaction, ALL, -all);
  }
}
