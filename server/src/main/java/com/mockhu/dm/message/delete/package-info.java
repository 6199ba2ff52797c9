/**
 * Owns: deleting of messages: for oneself, for everyone, and with an account.
 *
 * <p>Invariants: a message that is deleted unread no longer counts as unread, and is never read.
 *
 * <p>Threads: virtual threads.
 *
 * <p>May use: message.access, message.event, file, conversation, feed, people, platform.
 */
package com.mockhu.dm.message.delete;
