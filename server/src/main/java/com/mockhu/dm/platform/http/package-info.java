/**
 * Owns: HTTP: the table of routes, reading requests within bounds, proving callers, the envelope.
 *
 * <p>Invariants: every answer, of whatever failure, has the envelope; no body grows beyond its
 * limit in memory; an endpoint never runs on an event loop.
 *
 * <p>May use: errors, JSON, limits, metrics. Knows no feature.
 */
package com.mockhu.dm.platform.http;
