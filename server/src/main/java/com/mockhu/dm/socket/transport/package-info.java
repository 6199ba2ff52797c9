/**
 * Owns: the network side of a socket: frames in, frames out, close codes and counters.
 *
 * <p>Invariants: what waits for one reader is bounded in bytes; a message in fragments is bounded
 * in bytes and in fragments; an idle socket keeps no queue and no buffer.
 *
 * <p>Threads: reading on the connection's event loop; writing from any thread.
 */
package com.mockhu.dm.socket.transport;
