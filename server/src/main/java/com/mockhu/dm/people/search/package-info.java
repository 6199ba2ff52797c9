/**
 * Owns: the words by which people are found, and searching by them.
 *
 * <p>Invariant: a search reads a bounded number of rows, however many people there are. Threads:
 * blocking; virtual threads. May use: people.account, platform.
 */
package com.mockhu.dm.people.search;
