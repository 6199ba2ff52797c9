/**
 * Owns: telling people that somebody they share a conversation with has a new name or picture
 * (behaviour §2.19).
 *
 * <p>Invariants: a change is noted in its own transaction and told afterwards, in batches of a
 * bounded size, whatever server is left to do it; who is blocked by the person learns nothing.
 *
 * <p>Threads: {@code profile-changes}. May use: privacy, feed, people, platform.
 */
package com.mockhu.dm.conversation.profile;
