/**
 * Owns: the state of what the server needs (behaviour §1).
 *
 * <p>Invariants: a dependency is checked once at a time, however many ask; a caller waits 3 seconds
 * at most, also for a check that hangs. Threads: any; checks run on virtual threads.
 *
 * <p>Knows no feature: each adds its {@link com.mockhu.dm.platform.health.Dependency}.
 */
package com.mockhu.dm.platform.health;
