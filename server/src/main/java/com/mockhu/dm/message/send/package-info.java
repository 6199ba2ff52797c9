/**
 * Owns: sending: the writers, the decision on each send, the inserts.
 *
 * <p>Invariants: a result is given after the commit and never guessed; messages of a conversation
 * are numbered 1, 2, 3 … in the order of commits; one client key makes one message.
 *
 * <p>Threads: two writers for direct messages, of which a sender always has the same one, and one
 * for groups.
 *
 * <p>May use: message.access, message.content, message.event, file, conversation, privacy, socket,
 * feed, people, platform.
 */
package com.mockhu.dm.message.send;
