/**
 * Owns: the account feed (tables {@code account_heads}, {@code account_events}) and its two
 * transports, sockets and sync.
 *
 * <p>Invariants: an account's events are numbered without holes and in the order of their commits,
 * since the number is taken under the head's row lock; a socket is written exactly the feed's order
 * without holes; a socket that does not read costs bounded memory.
 *
 * <p>What another server has to hear of goes over {@link com.mockhu.dm.feed.bus.Hints}, after the
 * commit.
 *
 * <p>Threads: appending happens in the feature's own transaction; publishing on one thread; reading
 * back on virtual threads; frames of one connection one after the other.
 *
 * <p>May use: identity, people, platform. Knows no other feature: they bring {@link
 * com.mockhu.dm.feed.EventSource}, {@link com.mockhu.dm.feed.Snapshot} and {@link
 * com.mockhu.dm.feed.FrameHandler}.
 */
package com.mockhu.dm.feed;
