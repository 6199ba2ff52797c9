/**
 * Owns: messages that the server writes into a group.
 *
 * <p>Invariants: they take numbers like all messages, but count neither as unread nor as activity.
 *
 * <p>Threads: statements belong to the caller's transaction.
 *
 * <p>May use: message.access, message.content, message.event, conversation, feed, platform.
 */
package com.mockhu.dm.message.system;
