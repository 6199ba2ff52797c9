/**
 * Owns: reading a feed back, as frames for a socket or as a page of {@code GET /v1/sync}.
 *
 * <p>Invariant: an event is shown in the present state of what it refers to, by the feature that
 * declared its kind.
 *
 * <p>Threads: virtual threads; all of it blocks on the database.
 */
package com.mockhu.dm.feed.replay;
