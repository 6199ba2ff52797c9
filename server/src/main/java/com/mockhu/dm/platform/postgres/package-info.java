/**
 * Owns: the embedded PostgreSQL: unpacking its programs, the data directory with its lock and its
 * password, starting, watching and stopping the server, and a sentence for each way this fails.
 *
 * <p>Invariants: at most one Mockhu DM uses a data directory; a PostgreSQL that a killed process
 * left behind is stopped before the next one starts; the password is in a file that only its owner
 * can read.
 *
 * <p>Threads: one thread watches the PostgreSQL process and restarts it; all else blocks its
 * caller.
 *
 * <p>May use: settings, {@code StartupException}. Knows no table and no connection pool.
 */
package com.mockhu.dm.platform.postgres;
