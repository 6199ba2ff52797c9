/**
 * Owns: the one way in which a feature adds something to another (docs/adr/0019-contributions.md).
 *
 * <p>Invariant: what no feature takes fails the start.
 *
 * <p>Threads: the thread that starts the server.
 */
package com.mockhu.dm.platform.contribution;
