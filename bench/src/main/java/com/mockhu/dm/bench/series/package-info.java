/**
 * Warm-up, repetitions and turns: how often a load is measured and what the figures are.
 *
 * <p>Owns: the schedule of one load, and contests in which several parties take turns on one
 * machine. Threads: the thread of the run; counters come from the event loops by {@code Lane.cut}.
 * May use: talk, run, measure.
 */
package com.mockhu.dm.bench.series;
