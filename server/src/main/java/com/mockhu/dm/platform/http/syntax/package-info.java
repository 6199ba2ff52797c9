/**
 * Owns: what the RFCs say of a request's text: lists, paths, the head's contradictions, and the
 * WebSocket handshake.
 *
 * <p>Invariant: everything is read in one pass, since none of it has been paid for by a token.
 *
 * <p>May use: errors.
 */
package com.mockhu.dm.platform.http.syntax;
