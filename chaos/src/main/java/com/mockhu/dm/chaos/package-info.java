/**
 * Rounds of operations under faults, and their results.
 *
 * <p>Owns: the plan, the settings of a round, the report and the files. Invariants: the same seed
 * makes the same plan; a round's people are new. Threads: the round's own. May use: all of this
 * module.
 */
package com.mockhu.dm.chaos;
