/**
 * The list of scenarios; each kind of load has a package below this one.
 *
 * <p>Invariants: latencies and counts are taken as {@code talk} says; acknowledgements are verified
 * against the database. May use: everything below it, run.
 */
package com.mockhu.dm.bench.scenario;
