package com.mockhu.dm.group.change;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** Keeps the picture that a group shows, and lets go of the one before. */
@FunctionalInterface
public interface GroupPicture {
  /**
   * @param url null for none
   */
  void hold(Transaction transaction, UUID group, UUID uploader, String url) throws SQLException;
}
