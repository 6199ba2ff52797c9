/**
 * Owns: the inbox of a person: its order, its unread totals, its pages, and the event that tells an
 * account's devices that a conversation changed.
 *
 * <p>Invariant: a badge changes in the transaction of what it counts, by {@link
 * com.mockhu.dm.conversation.inbox.InboxTotals} alone.
 *
 * <p>May use: participant, privacy, feed, people, platform.
 */
package com.mockhu.dm.conversation.inbox;
