package com.mockhu.dm.privacy;

import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** A deleted account leaves no block behind, in either direction. */
final class BlockCleaning implements AccountListener {
  @Override
  public AccountStage stage() {
    return AccountStage.OWN_ROWS;
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    BlockSql.removeAllOf(transaction, userId);
  }
}
