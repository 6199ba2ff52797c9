/**
 * Owns: doing things later, by a time that tests can move.
 *
 * <p>Threads: work runs on the scheduler's one thread and must not block.
 */
package com.mockhu.dm.platform.time;
