/**
 * Owns: who is online or typing, and who may see it; only {@code last_seen} is stored.
 *
 * <p>Invariant: somebody who hides, or who blocked the viewer, looks plainly offline everywhere.
 *
 * <p>May use: conversation, privacy, feed, account, platform.
 */
package com.mockhu.dm.presence;
