/**
 * Owns: group commit.
 *
 * <p>Invariants: a result is given only after the store returned; commands are stored in the order
 * of submission; a full queue refuses instead of growing. Threads: two per writer, one that stores
 * and one that refuses what has waited too long.
 */
package com.mockhu.dm.platform.batch;
