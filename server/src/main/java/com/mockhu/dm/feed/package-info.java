/**
 * Owns: the account feed (tables {@code account_heads}, {@code account_events}), the weekly
 * partitions of its events, and the settings events of an account.
 *
 * <p>Parts: {@code log} appends events, {@code replay} reads them back, {@code bus} carries hints
 * between servers, {@code consumer} reads committed events for background work.
 *
 * <p>Threads: appending happens in the feature's own transaction; publishing on one thread; reading
 * back on virtual threads; partitions on a timer of their own.
 *
 * <p>May use: identity, people, platform. Other features contribute {@link
 * com.mockhu.dm.feed.replay.EventSource}, {@link com.mockhu.dm.feed.replay.SyncSection} and {@link
 * com.mockhu.dm.feed.replay.Snapshot}.
 */
package com.mockhu.dm.feed;
