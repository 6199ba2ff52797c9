/**
 * Owns: whether what the server needs is there (behaviour §1).
 *
 * <p>Invariants: however many ask, each thing is looked at once at a time; who asks is answered
 * within seconds even when the look hangs. Threads: any; looks run on virtual threads.
 *
 * <p>Knows no feature: each brings its {@link com.mockhu.dm.platform.health.Dependency}.
 */
package com.mockhu.dm.platform.health;
