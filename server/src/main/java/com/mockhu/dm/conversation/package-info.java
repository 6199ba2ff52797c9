/**
 * Owns: the routes of conversations, and what other features may do to one: lock it, number its
 * messages, move counters and positions. Its parts are {@code participant} (the rows), {@code
 * inbox}, {@code direct} (conversations of two people), {@code receipt} (what was delivered and
 * read) and {@code profile} (new names and pictures).
 *
 * <p>Locks: conversations first, then accounts' feeds, each in the order of ids.
 *
 * <p>May use: privacy, feed, people, platform.
 */
package com.mockhu.dm.conversation;
