/**
 * Owns: receipts: frames and calls, the writer that stores them, their events.
 *
 * <p>Invariants: one person's receipts in one conversation are one change, however many came;
 * results are given after the commit.
 *
 * <p>Threads: one writer; callers wait on virtual threads, frames do not wait.
 *
 * <p>May use: message.access, message.event, conversation, socket, feed, platform.
 */
package com.mockhu.dm.message.read;
