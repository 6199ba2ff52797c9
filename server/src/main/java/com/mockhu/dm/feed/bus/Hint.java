package com.mockhu.dm.feed.bus;

import java.util.List;
import java.util.UUID;

/** Where to look, or what to end. Ids and numbers only: content is read from the database. */
public sealed interface Hint {

  /** The account's feed reaches {@code head}. */
  record NewEvents(UUID userId, long head) implements Hint {}

  /** The server that took the frame has checked that {@code viewers} may see this. */
  record Typing(UUID conversationId, UUID userId, List<UUID> viewers, boolean isTyping)
      implements Hint {}

  /** For listeners of this server alone: other servers would get one hint for each message. */
  record MessageStored(UUID conversationId, UUID senderId) implements Hint {}

  /** The person came or went. */
  record PresenceChanged(UUID userId) implements Hint {}

  /** The person hid or showed whether they are online. */
  record VisibilityChanged(UUID userId) implements Hint {}

  /** A block between the two was made or lifted. */
  record BlockChanged(UUID one, UUID other) implements Hint {}

  /** Close the session's sockets. */
  record SessionEnded(UUID userId, UUID sessionId) implements Hint {}

  /**
   * Close the sockets of all the person's sessions.
   *
   * @param kept the session whose sockets stay; null for none
   */
  record OtherSessionsEnded(UUID userId, UUID kept) implements Hint {}

  /** The account was deleted or disabled: close its sockets. */
  record AccountEnded(UUID userId) implements Hint {}
}
