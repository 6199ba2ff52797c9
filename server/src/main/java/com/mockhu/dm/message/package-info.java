/**
 * Owns: messages (table {@code messages}): sending, reading, deleting, paging, idempotency.
 *
 * <p>Invariants: an answer to a send is given after its commit and never guessed; within a
 * conversation messages are numbered 1, 2, 3 … in the order of commits; one client key makes one
 * message.
 *
 * <p>Threads: two writers for sends, of which a sender always has the same one, and one for
 * receipts; everything else on virtual threads.
 *
 * <p>May use: attachment, conversation, privacy, feed, account, platform.
 */
package com.mockhu.dm.message;
