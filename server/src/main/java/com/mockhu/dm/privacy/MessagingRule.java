package com.mockhu.dm.privacy;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** One reason not to let a message through. */
@FunctionalInterface
interface MessagingRule {
  boolean refuses(Transaction transaction, UUID sender, UUID recipient) throws SQLException;
}
