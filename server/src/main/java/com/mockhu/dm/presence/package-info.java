/**
 * Owns: who is online or typing, and who may see it; only {@code last_seen} is stored.
 *
 * <p>Invariant: a person who hides, or who blocked the viewer, is shown as offline everywhere.
 *
 * <p>The server that finds another one dead sets {@code last_seen} of its people; apart from that a
 * server changes only rows of people with a socket at itself.
 *
 * <p>May use: conversation, privacy, socket, feed, people, platform.
 */
package com.mockhu.dm.presence;
