/**
 * Owns: one HTTP request from its head to the end of its response: finding the route, reading the
 * body within bounds, proving the caller, the route's limit, the response, its metrics and its line
 * in the access log.
 *
 * <p>Invariants: every response has the envelope, whatever failed; no body grows beyond its limit
 * in memory; an endpoint never runs on an event loop; a request is answered once.
 *
 * <p>Threads: requests arrive on event loops; callers are proved and endpoints run on virtual
 * threads; a response may be sent from any thread.
 *
 * <p>May use: http, http.client, http.connection, http.syntax, errors, limits, metrics.
 */
package com.mockhu.dm.platform.http.exchange;
