/**
 * Owns: the answers to probes, the checks that belong to no feature (disk, clock, other servers),
 * and the log line of each change.
 *
 * <p>Invariants: an answer holds one word for each check and nothing else. Threads: a virtual one
 * that looks every few seconds; requests.
 */
package com.mockhu.dm.app.health;
