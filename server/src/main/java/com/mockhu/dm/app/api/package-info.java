/**
 * Owns: what the API consists of beyond routes: its documents, and the collected lists of the
 * limits and reasons that the features declare.
 *
 * <p>Invariant: the lists hold what the documents list, and nothing else (tests compare them).
 *
 * <p>May use: the features; only {@code app} may use it.
 */
package com.mockhu.dm.app.api;
