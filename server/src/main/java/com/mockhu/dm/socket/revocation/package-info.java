/**
 * Owns: closing the sockets of accounts and sessions that have ended, at every server.
 *
 * <p>Invariant: a socket outlives its account or session by a moment when the hint of the end
 * arrives, and by 10 seconds at most when it is lost. Threads: that of the hint, and the
 * heartbeat's. May use: socket.connection, feed, identity, people, platform.
 */
package com.mockhu.dm.socket.revocation;
