/**
 * Owns: WebSocket connections: the handshake, frames from clients, and what is written to them.
 *
 * <p>Invariants: the first frame is {@code hello}; after it a socket is given the events of its
 * account's feed in order, without gaps; a client that does not read costs bounded memory.
 *
 * <p>Parts: {@code connection} is what other features use; {@code delivery} puts a feed's events in
 * order; {@code transport} reads from and writes to the network.
 *
 * <p>Threads: reading and writing on event loops; frames that need the database on virtual threads,
 * those of one connection in their order.
 *
 * <p>May use: feed, identity, people, platform.
 */
package com.mockhu.dm.socket;
