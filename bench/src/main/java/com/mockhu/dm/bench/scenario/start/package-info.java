/**
 * The scenario that measures how long a server takes to start.
 *
 * <p>Owns: the processes that it starts; it ends each of them. May use: run, wire, measure.
 */
package com.mockhu.dm.bench.scenario.start;
