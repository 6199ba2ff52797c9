/**
 * Owns: the form of the log, for the server's own lines and those of its libraries.
 *
 * <p>Invariant: libraries are never asked for more than {@code info}.
 */
package com.mockhu.dm.app.log;
