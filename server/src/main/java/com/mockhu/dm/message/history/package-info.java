/**
 * Owns: pages of a conversation, and the messages of sync and of a fresh start.
 *
 * <p>Invariants: a fetched message counts as delivered.
 *
 * <p>Threads: virtual threads.
 *
 * <p>May use: message.access, message.event, message.read, conversation, feed, platform.
 */
package com.mockhu.dm.message.history;
