/**
 * Owns: hashing and checking passwords.
 *
 * <p>Invariants: at most a few hashes are computed at once; checking costs the same whether or not
 * there is a hash to check against. Threads: blocking; virtual threads.
 */
package com.mockhu.dm.account.password;
