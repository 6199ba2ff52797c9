/**
 * Owns: the database's address, and the first connection of a start with a sentence for each way it
 * can fail.
 *
 * <p>Invariant: no text made here holds the password.
 */
package com.mockhu.dm.platform.database.contact;
