package com.mockhu.dm.conversation.participant;

import com.mockhu.dm.platform.Ids;
import java.util.UUID;

/**
 * Ids whose last bit tells groups from direct conversations, so that a send finds its writer
 * without a look into the database, and always the same one. Nothing else may depend on the bit.
 */
public final class ConversationIds {
  private ConversationIds() {}

  public static UUID nextDirect() {
    UUID id = Ids.next();
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~1L);
  }

  /** A hint only: rows that were not made by this server may say otherwise. */
  public static boolean isGroup(UUID id) {
    return (id.getLeastSignificantBits() & 1) == 1;
  }
}
