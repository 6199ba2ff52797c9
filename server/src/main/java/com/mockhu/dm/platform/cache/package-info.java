/**
 * Owns: remembering rows of the database for a short time.
 *
 * <p>Invariants: a value is at most two seconds old, and never older than a change that this
 * process has committed; an absent row is not remembered. Threads: any. May use: nothing.
 */
package com.mockhu.dm.platform.cache;
