package com.mockhu.dm.file.serve;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** Who of those in a group may see what holds a file; answered by the feature that holds it. */
@FunctionalInterface
public interface FileVisibility {
  boolean maySee(Transaction transaction, Conversation group, UUID viewer, UUID holderId)
      throws SQLException;
}
