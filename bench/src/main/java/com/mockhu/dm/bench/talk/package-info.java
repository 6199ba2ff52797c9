/**
 * Connected people who repeat one operation, closed loop or at a rate.
 *
 * <p>Owns: event loops with their counters ({@link com.mockhu.dm.bench.talk.Lane}), senders,
 * recipients. Invariants: a closed-loop latency counts from the send, an open-loop one from the
 * moment the message was due, so that a stall of the server is included. Threads: each pair of
 * people lives on one event loop, and only that loop touches its counters. May use: run, wire,
 * measure.
 */
package com.mockhu.dm.bench.talk;
