/**
 * Owns: the servers that use this database (table {@code nodes}): their ids and their signs of
 * life.
 *
 * <p>Invariant: what a server leaves behind when it dies is settled once, by whichever other finds
 * it dead, in the transaction that removes its row.
 *
 * <p>May use: platform.database, platform.health.
 */
package com.mockhu.dm.platform.node;
