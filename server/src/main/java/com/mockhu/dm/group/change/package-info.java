/**
 * Owns: what happens to a group: it is made, changed, joined, left and deleted.
 *
 * <p>Invariants: each change is one transaction under the group's lock, with its system messages
 * and with events for all whom it concerns.
 *
 * <p>Threads: virtual threads.
 *
 * <p>May use: group.rule, group.store, message, file, conversation, privacy, feed, people,
 * platform.
 */
package com.mockhu.dm.group.change;
