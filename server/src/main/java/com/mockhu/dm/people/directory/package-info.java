/**
 * Owns: the host application's directory: pushing people one at a time and in bulk, and the
 * operator's list of accounts (behaviour §2).
 *
 * <p>Invariant: to push the same people again changes nothing. Threads: blocking; virtual threads.
 * May use: the other parts of people, platform.
 */
package com.mockhu.dm.people.directory;
