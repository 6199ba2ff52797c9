package com.mockhu.dm.presence;

import com.mockhu.dm.socket.connection.Connection;
import java.util.UUID;

/**
 * Somebody's presence that is to be told. It is looked up only when it is told, so that two equal
 * ones that wait are one.
 */
sealed interface Telling {
  /** The person came or went: to those who may see it. */
  record Change(UUID about) implements Telling {}

  /** The person hid or showed themselves: to those who could see it before, too. */
  record Reveal(UUID about) implements Telling {}

  /** A block between the two was made or lifted. */
  record Between(UUID about, UUID viewer) implements Telling {}

  /** The connection chose whom to watch, and needs to know how these are now. */
  record Watched(Connection connection) implements Telling {}
}
