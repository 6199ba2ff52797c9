/**
 * Scenarios with many sockets: silent, talking, and reconnecting at once.
 *
 * <p>Owns: crowds that connect in parallel. May use: series, talk, run, wire, measure.
 */
package com.mockhu.dm.bench.scenario.crowd;
