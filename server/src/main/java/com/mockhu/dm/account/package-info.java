/**
 * Owns: people. Sign-up and sign-in, or the host application's tokens and directory; sessions;
 * profiles, preferences, follows, search (behaviour §2).
 *
 * <p>Invariants: usernames are unique whatever their case; a disabled person's tokens open nothing;
 * a person's rows go in one transaction with what other features keep of them; secrets (passwords,
 * refresh tokens, tickets) are stored as hashes only; a row in memory is at most two seconds behind
 * the database, and never behind a change that this process made.
 *
 * <p>Threads: everything blocks and belongs on virtual threads. May use: platform.
 */
package com.mockhu.dm.account;
