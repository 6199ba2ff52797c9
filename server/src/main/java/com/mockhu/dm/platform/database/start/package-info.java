/**
 * Owns: the database's address, the first connection of a start with a sentence for each way it can
 * fail, the check that the database keeps what it confirms, and the migrations.
 *
 * <p>Invariant: no text made here holds the password.
 */
package com.mockhu.dm.platform.database.start;
