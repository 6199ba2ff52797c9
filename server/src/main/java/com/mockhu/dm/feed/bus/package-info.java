/**
 * Owns: what servers over one database tell each other at once: hints, and the bus that carries
 * them.
 *
 * <p>Invariants: PostgreSQL is the only truth. A hint names what to look at and carries no content;
 * it may be lost, doubled or late, and nothing but time is lost with it. A hint is told after the
 * commit, never inside a transaction. Telling never blocks and never fails.
 *
 * <p>Threads: telling on any; listeners of another server's hints run on one thread of the bus,
 * those of this server's own on the thread that tells.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.feed.bus;
