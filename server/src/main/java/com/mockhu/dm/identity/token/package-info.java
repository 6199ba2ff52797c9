/**
 * Owns: making and verifying JSON Web Tokens (RFC 7519, RFC 8725).
 *
 * <p>Invariants: the algorithm in a token only chooses among the keys made for exactly that
 * algorithm; no claim is trusted before the signature held. Knows no user and no session.
 *
 * <p>Threads: any; a fetch of remote keys blocks its caller.
 */
package com.mockhu.dm.identity.token;
