/**
 * A Java client: sign in, send, read, receive live events.
 *
 * <p>Owns: tokens and their renewal, the calls of one person and of the host application, the
 * repetition of calls that are safe to repeat.
 *
 * <p>Invariants: a send carries a key, so that repeating it never makes a second message; another
 * call that changes something is repeated only when it cannot have reached the server, or when
 * executing it twice has the effect of once. Threads: all classes may be used by any number of
 * threads; calls block. May use: {@code http} and {@code model}.
 */
package com.mockhu.dm.client;
