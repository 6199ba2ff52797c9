/**
 * Owns: sign-up, sign-in, renewal and sign-out of the built-in mode, over REST.
 *
 * <p>Invariant: a refused sign-in does not tell whether the username exists. Threads: blocking;
 * virtual threads. May use: identity.session, identity.password, identity.token, people, platform.
 */
package com.mockhu.dm.identity.signin;
