/**
 * The input and the results of a run.
 *
 * <p>Owns: options, the address and the queries of the server's database, the comparison of
 * acknowledged messages with stored ones, the interface of a scenario. Threads: a ledger belongs to
 * one event loop; everything else is used by the thread of the run. May use: wire, measure.
 */
package com.mockhu.dm.bench.run;
