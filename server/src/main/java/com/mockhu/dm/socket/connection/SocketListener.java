package com.mockhu.dm.socket.connection;

import java.util.UUID;

/** What a feature does when people open and close sockets. On virtual threads; may block. */
public interface SocketListener {

  /** Called for each socket, before its greeting. */
  default void opened(UUID userId) {}

  /** No socket of the account is left at this server. */
  default void lastClosed(UUID userId) {}
}
