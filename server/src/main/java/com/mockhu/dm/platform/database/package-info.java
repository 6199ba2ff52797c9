/**
 * Owns: the database connection pools and transactions.
 *
 * <p>Invariants: what runs after a commit never runs without one; waiting for the database is
 * bounded; a thread has one connection at most, and one person a share of them; nothing here knows
 * a table of the product.
 *
 * <p>Threads: everything blocks and belongs on virtual threads.
 */
package com.mockhu.dm.platform.database;
