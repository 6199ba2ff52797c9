/**
 * Owns: writing people with the words by which they are found and their followers.
 *
 * <p>Invariants: search words always match the names in {@code users}; rows of {@code users} are
 * locked before names are claimed. Threads: blocking; virtual threads. May use: people.account,
 * people.name, people.search, platform.
 */
package com.mockhu.dm.people.write;
