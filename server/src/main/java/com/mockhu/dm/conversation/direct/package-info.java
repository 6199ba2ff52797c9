/**
 * Owns: conversations of two people (table {@code direct_pairs}): finding or opening theirs, and
 * what a block does to it.
 *
 * <p>Invariant: two people have one direct conversation; the unique pair in the order of their ids
 * guarantees it, and the lock on both people's rows keeps two openers from racing.
 *
 * <p>May use: participant, inbox, privacy, feed, people, platform.
 */
package com.mockhu.dm.conversation.direct;
