/**
 * Owns: the rows of conversations and of their participants and members (tables {@code
 * conversations}, {@code participants}, {@code members}): reading and locking a conversation with
 * its participants, and all statements that change these rows.
 *
 * <p>Invariants: the row lock of a conversation guards its numbers, its participants' counters and
 * its messages; locks are taken in the order of ids. A {@link
 * com.mockhu.dm.conversation.participant.Conversation} that was read under the lock stays true
 * until the transaction ends.
 *
 * <p>Threads: values are immutable; statements belong to the caller's transaction.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.conversation.participant;
