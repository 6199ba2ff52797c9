/**
 * Owns: the hints between servers over one database, and the bus that carries them.
 *
 * <p>Invariants: PostgreSQL is the only truth. A hint names what to look at and carries no content;
 * it may be lost, doubled or late, which delays news and loses none. A hint is sent after the
 * commit, never inside a transaction. Sending never blocks and never fails.
 *
 * <p>Threads: any thread sends. Listeners run on one thread of the bus for hints of other servers,
 * and on the sending thread for those of this server.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.feed.bus;
