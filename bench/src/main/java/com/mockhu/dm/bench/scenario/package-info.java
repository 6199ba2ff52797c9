/**
 * The scenarios, one class each, listed in {@link com.mockhu.dm.bench.scenario.Scenarios}.
 *
 * <p>Invariants: closed-loop latencies count from the sending, open-loop ones from the moment the
 * message was due (so that a stall of the server is included); acknowledgements are verified
 * against the database. Threads: each pair of people lives on one event loop and its counters are
 * touched there alone. May use: wire, measure.
 */
package com.mockhu.dm.bench.scenario;
