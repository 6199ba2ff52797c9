/**
 * Owns: conversations and their participants (tables {@code conversations}, {@code participants}):
 * numbering, inbox order, unread counts, delivered and read positions.
 *
 * <p>Invariants: two people have one conversation; its row lock guards its numbers, counters and
 * messages; a badge changes in the same transaction as what it counts, by {@link
 * com.mockhu.dm.conversation.InboxTotals} alone. Locks: conversations first, then accounts' feeds,
 * each in the order of ids.
 *
 * <p>May use: privacy, feed, people, platform.
 */
package com.mockhu.dm.conversation;
