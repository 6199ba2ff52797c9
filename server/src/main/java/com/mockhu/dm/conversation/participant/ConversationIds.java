package com.mockhu.dm.conversation.participant;

import com.mockhu.dm.platform.Ids;
import java.util.UUID;

/**
 * Ids whose last bit marks groups, so that a send finds its writer without the database, and always
 * the same one. No other code may depend on the bit.
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
