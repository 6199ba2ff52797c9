/**
 * Owns: who somebody is (tables {@code passwords}, {@code sessions}, {@code refresh_tokens}, {@code
 * socket_tickets}; behaviour §2), through its parts: {@code signin}, {@code password}, {@code
 * session}, {@code token}. Here they are put together.
 *
 * <p>Invariants: a disabled person's tokens open nothing; secrets (passwords, refresh tokens,
 * tickets) are stored only as hashes; a session in memory is at most two seconds behind the
 * database, and never behind a change that this process made.
 *
 * <p>Threads: all calls block and belong on virtual threads. May use: people, platform.
 */
package com.mockhu.dm.identity;
