/**
 * Owns: what each kind of event of a message shows: in live frames, in replay and in sync.
 *
 * <p>Invariants: one switch over the kinds; a message is encoded once for all who see it alike.
 *
 * <p>Threads: any.
 *
 * <p>May use: message.access, conversation, privacy, feed, platform.
 */
package com.mockhu.dm.message.event;
