/**
 * Owns: sessions, refresh tokens and socket tickets, and proving callers by their tokens.
 *
 * <p>Invariants: a refresh token and a ticket can each be used once; tokens and tickets end with
 * their session. Threads: blocking; virtual threads. May use: identity.token, people, platform.
 */
package com.mockhu.dm.identity.session;
