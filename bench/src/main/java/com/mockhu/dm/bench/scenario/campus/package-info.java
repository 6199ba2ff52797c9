/**
 * The scenario with the mixed load of a campus.
 *
 * <p>Owns: how often people write, type, read and sync. May use: talk, run, wire, measure.
 */
package com.mockhu.dm.bench.scenario.campus;
