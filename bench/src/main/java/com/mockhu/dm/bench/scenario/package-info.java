/**
 * What is done to the server, one class per scenario, each named in {@link
 * com.mockhu.dm.bench.scenario.Scenarios}.
 *
 * <p>Invariants: closed-loop latencies count from the sending, open-loop ones from the moment the
 * message was due (so a stall of the server can't hide its own queue); an acknowledgement is
 * believed only after the database has been asked. Threads: each pair of people lives on one event
 * loop and its counters are touched there alone. May use: wire, measure.
 */
package com.mockhu.dm.bench.scenario;
