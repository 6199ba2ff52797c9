/**
 * Owns: what one socket is given: {@code hello} first, then its account's events in their order.
 *
 * <p>Invariant: the numbers of the events that are written increase by one, except for events that
 * no longer show anything.
 *
 * <p>Threads: any; nothing here waits for the network except a replay, on a thread of its own.
 */
package com.mockhu.dm.socket.delivery;
