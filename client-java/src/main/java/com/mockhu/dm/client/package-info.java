/**
 * A Java client: sign in, send, read, receive live events.
 *
 * <p>Owns: tokens and their renewal, the calls of one person and of the host application, repeating
 * what may be repeated.
 *
 * <p>Invariants: a send carries a key, so that repeating it never makes a second message; nothing
 * else that changes something is repeated unless the server is known not to have had it. Threads:
 * all classes may be used by any number of threads; calls block. May use: {@code http} and {@code
 * model}.
 */
package com.mockhu.dm.client;
