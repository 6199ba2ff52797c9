/**
 * Measures the cost of a run and summarises its figures.
 *
 * <p>Owns: processor time and memory of processes (Linux, from {@code /proc}), latency histograms,
 * the spread of a figure over repetitions, the description of the machine. Threads: all of it may
 * be used from any one thread at a time. May use: nothing else of this module.
 */
package com.mockhu.dm.bench.measure;
