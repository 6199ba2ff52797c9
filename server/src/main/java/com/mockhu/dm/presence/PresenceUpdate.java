package com.mockhu.dm.presence;

import com.mockhu.dm.socket.connection.Connection;
import java.util.UUID;

/**
 * An update of somebody's presence that waits to be sent. It holds no state, which is looked up
 * when it is sent, so that equal updates can be merged.
 */
sealed interface PresenceUpdate {
  /** The person went online or offline: for viewers who may see it. */
  record Change(UUID about) implements PresenceUpdate {}

  /** The person changed their visibility: also for viewers who could see them before. */
  record Reveal(UUID about) implements PresenceUpdate {}

  /** A block between the two was made or lifted. */
  record Between(UUID about, UUID viewer) implements PresenceUpdate {}

  /** The connection chose people to watch, and needs their present state. */
  record Watched(Connection connection) implements PresenceUpdate {}
}
