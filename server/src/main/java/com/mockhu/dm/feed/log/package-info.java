/**
 * Owns: appending events to accounts' feeds and offering committed ones to subscribers.
 *
 * <p>Invariant: an account's events are numbered without gaps in the order of their commits, since
 * the number is taken under the lock of its head's row.
 *
 * <p>A {@link com.mockhu.dm.feed.log.Subscriber} is the only thing the log knows of a socket or of
 * a request that waits. Events may be offered to it out of order, and late; it must not block.
 *
 * <p>Threads: appending in the caller's transaction; offering on the {@code publisher} thread.
 */
package com.mockhu.dm.feed.log;
