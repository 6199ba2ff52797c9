/**
 * Owns: what people have got and read of a conversation (tables {@code reads} and {@code
 * deliveries}), as ranges of message numbers, and the decisions on how a receipt changes them.
 *
 * <p>Invariants: ranges of one person and table never overlap; a message counts as read when a
 * range with a time covers it, and as delivered when it is read, or not beyond the person's
 * delivered position, or covered by a delivered range. Ranges change only under the conversation's
 * row lock.
 *
 * <p>Threads: decisions are pure; statements belong to the caller's transaction.
 *
 * <p>May use: conversation, platform.
 */
package com.mockhu.dm.conversation.receipt;
