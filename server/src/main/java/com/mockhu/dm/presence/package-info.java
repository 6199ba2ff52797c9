/**
 * Owns: who is online or typing, and who may see it; only {@code last_seen} is stored.
 *
 * <p>Invariant: somebody who hides, or who blocked the viewer, looks plainly offline everywhere.
 *
 * <p>Of a server that dies, the people noted in {@code last_seen} with its id are settled by
 * whichever other server finds it dead; a server changes nothing of people at another one.
 *
 * <p>May use: conversation, privacy, feed, people, platform.
 */
package com.mockhu.dm.presence;
