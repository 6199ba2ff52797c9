/**
 * The history of a round from the clients' point of view.
 *
 * <p>Owns: operations with their outcomes, sights of messages, troubles. Invariants: times are
 * nanoseconds since the round began, on a monotonic clock. Threads: the recorder takes from any; a
 * history is a value. May use: nothing of this module.
 */
package com.mockhu.dm.chaos.history;
