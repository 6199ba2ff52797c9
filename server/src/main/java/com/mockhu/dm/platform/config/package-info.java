/**
 * Owns: what a client must know of this server before it can act: limits and windows ({@code GET
 * /v1/config}, behaviour §11).
 *
 * <p>Invariants: the values are those that the features enforce, never copies; they stay the same
 * while the server runs.
 *
 * <p>May use: HTTP. Knows no feature: each adds its own part.
 */
package com.mockhu.dm.platform.config;
