package com.mockhu.dm.file.upload;

import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many bytes of files may be kept, of one person and of all. */
public final class Quota {
  private final long ofUser;
  private final StorageTotal total;

  /** In bytes. */
  public Quota(long ofUser, long ofAll) {
    this.ofUser = ofUser;
    this.total = new StorageTotal(ofAll, System::nanoTime);
  }

  /** Inside the transaction that adds the files, so that a refusal undoes the count too. */
  public void use(Transaction transaction, UUID userId, long bytes) throws SQLException {
    // The total first: reading the sum must neither hold the person's row nor count these bytes.
    if (!total.add(transaction, bytes)) {
      throw StorageFault.full();
    }
    if (UploadSql.use(transaction, userId, bytes) > ofUser) {
      total.subtract(bytes);
      throw StorageFault.full();
    }
  }

  public void giveBack(Transaction transaction, List<Upload> uploads) throws SQLException {
    // In the order of ids, as every transaction that changes several rows.
    var byUser =
        uploads.stream()
            .collect(
                Collectors.groupingBy(
                    Upload::uploaderId, TreeMap::new, Collectors.summingLong(Upload::bytes)));
    for (var each : byUser.entrySet()) {
      UploadSql.use(transaction, each.getKey(), -each.getValue());
    }
    long all = byUser.values().stream().mapToLong(Long::longValue).sum();
    transaction.afterCommit(() -> total.subtract(all));
  }
}
