/**
 * Requests over HTTP that set a run up, and file transfers.
 *
 * <p>Owns: access tokens signed by the generator. Threads: calls block the calling thread. May use:
 * wire.
 */
package com.mockhu.dm.bench.wire.rest;
