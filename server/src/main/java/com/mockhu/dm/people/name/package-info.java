/**
 * Owns: the rules on usernames, full names and the addresses of pictures (behaviour §2).
 *
 * <p>Invariant: two usernames that differ only in case have the same key. Threads: any.
 */
package com.mockhu.dm.people.name;
