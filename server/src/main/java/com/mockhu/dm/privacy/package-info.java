/**
 * Owns: blocks (table {@code blocked_users}) and the one list of rules on who may write to whom.
 *
 * <p>Invariants: a block and what depends on it change in one transaction; each path that starts a
 * conversation or sends asks this list. May use: feed, people, platform. Features above bring
 * {@link com.mockhu.dm.privacy.BlockListener} and {@link com.mockhu.dm.privacy.HaveTalked}.
 */
package com.mockhu.dm.privacy;
