/**
 * Owns: what features use of HTTP: the table of routes with access and limit of each, the request
 * as an endpoint sees it, and the result in the envelope.
 *
 * <p>Invariants: each route names its access and its limit; a path matches one route at most.
 *
 * <p>May use: errors, JSON, limits. Knows no feature.
 */
package com.mockhu.dm.platform.http;
