/**
 * Owns: hashing, checking and changing passwords.
 *
 * <p>Invariants: at most a few hashes are computed at once; checking costs the same whether or not
 * there is a hash to check against. Threads: blocking; virtual threads. May use: identity.session,
 * people, platform.
 */
package com.mockhu.dm.identity.password;
