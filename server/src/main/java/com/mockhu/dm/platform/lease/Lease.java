package com.mockhu.dm.platform.lease;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/**
 * One holding of a job.
 *
 * @param token grows with each new holding of the job
 */
public record Lease(String job, UUID holder, long token) {

  /**
   * To be called before the first change of each transaction of the job. Until that transaction
   * ends nobody else can take the job, however long it sleeps.
   *
   * @throws LeaseLostException when another server has taken it
   */
  public void fence(Transaction transaction) throws SQLException {
    if (!LeaseSql.lock(transaction, this)) {
      throw new LeaseLostException(job);
    }
  }
}
