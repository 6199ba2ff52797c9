/**
 * Owns: work at a later time, behind an interface that tests can step, and a clock that can be set.
 *
 * <p>Threads: work runs on the scheduler's one thread and must not block.
 */
package com.mockhu.dm.platform.time;
