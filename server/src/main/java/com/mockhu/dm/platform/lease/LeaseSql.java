package com.mockhu.dm.platform.lease;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code leases}; all times are the database's, since servers' clocks differ. */
final class LeaseSql {
  private static final String ENTER =
      """
      INSERT INTO leases (job, holder, token, until) VALUES (?, ?, 0, '-infinity')
      ON CONFLICT (job) DO NOTHING
      """;

  // A locked row belongs to a working holder, or to a server that is taking it now.
  private static final String TAKE =
      """
      UPDATE leases l
         SET holder = ?, token = l.token + 1, until = clock_timestamp() + interval '30 seconds'
        FROM (SELECT job FROM leases WHERE job = ? AND until <= clock_timestamp()
                 FOR NO KEY UPDATE SKIP LOCKED) AS free
       WHERE l.job = free.job
      RETURNING l.token
      """;

  // The holder's own transactions lock the row as well; they keep others away just as long.
  private static final String RENEW =
      """
      WITH mine AS (
        SELECT job FROM leases WHERE job = ? AND holder = ? AND token = ?
           FOR NO KEY UPDATE SKIP LOCKED
      ), renewed AS (
        UPDATE leases l SET until = clock_timestamp() + interval '30 seconds'
          FROM mine WHERE l.job = mine.job
      )
      SELECT 1 FROM leases WHERE job = ? AND holder = ? AND token = ?
      """;

  private LeaseSql() {}

  static Optional<Lease> take(Transaction transaction, String job, UUID holder)
      throws SQLException {
    transaction.update(ENTER, job, holder);
    return transaction.first(TAKE, row -> new Lease(job, holder, row.number("token")), holder, job);
  }

  /** False when another server has it. */
  static boolean renew(Transaction transaction, Lease lease) throws SQLException {
    Object[] mine = {lease.job(), lease.holder(), lease.token()};
    return transaction.exists(RENEW, mine[0], mine[1], mine[2], mine[0], mine[1], mine[2]);
  }

  static boolean lock(Transaction transaction, Lease lease) throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM leases WHERE job = ? AND holder = ? AND token = ? FOR SHARE",
        lease.job(),
        lease.holder(),
        lease.token());
  }

  static void release(Transaction transaction, Lease lease) throws SQLException {
    transaction.update(
        """
        UPDATE leases SET until = clock_timestamp()
         WHERE job = ? AND holder = ? AND token = ?
        """,
        lease.job(),
        lease.holder(),
        lease.token());
  }
}
