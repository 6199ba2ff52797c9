/**
 * Owns: writing people with the words by which they are found and their followers.
 *
 * <p>Invariants: search words always match the names in {@code users}; rows are locked in the order
 * of ids. Threads: blocking; virtual threads. May use: people.account, people.name, people.search,
 * platform.
 */
package com.mockhu.dm.people.write;
