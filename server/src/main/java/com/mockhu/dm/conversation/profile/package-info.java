/**
 * Owns: events of new names and pictures for people who share a conversation with the person
 * (behaviour §2.19).
 *
 * <p>Invariants: the transaction of the change stores a note; the events follow in batches of a
 * bounded size, from any server; people whom the person blocked get none.
 *
 * <p>Threads: {@code profile-changes}. May use: privacy, feed, people, platform.
 */
package com.mockhu.dm.conversation.profile;
