/**
 * Owns: group commit ({@link com.mockhu.dm.platform.batch.BatchWriter}) and lookups that arrive at
 * the same time and share a statement ({@link com.mockhu.dm.platform.batch.BatchReader}).
 *
 * <p>Invariants: a result is given only after the store returned; commands are stored in the order
 * of submission; a full queue refuses instead of growing. Threads: two per writer, one that stores
 * and a virtual one that refuses what has waited too long; a reader runs on its callers' threads.
 */
package com.mockhu.dm.platform.batch;
