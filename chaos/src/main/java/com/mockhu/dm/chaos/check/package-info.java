/**
 * Checks of a history against the final state.
 *
 * <p>Owns: the anomalies, and one check for each family of them. Invariants: pure functions of the
 * evidence, so that a history kept in a file can be judged again. Threads: any. May use: history.
 */
package com.mockhu.dm.chaos.check;
