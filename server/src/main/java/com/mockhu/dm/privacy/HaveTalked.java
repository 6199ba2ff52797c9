package com.mockhu.dm.privacy;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** Tells whether two people have talked: then {@code who_can_message} no longer stops them. */
@FunctionalInterface
public interface HaveTalked {
  boolean haveTalked(Transaction transaction, UUID one, UUID other) throws SQLException;
}
