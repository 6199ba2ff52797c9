/**
 * The faults injected into a server.
 *
 * <p>Owns: the nemeses and their catalogue. Invariants: what one breaks it mends, so that the next
 * round begins whole; one that can't work here says why. Threads: the round's own, and one more
 * while a fault repeats. May use: world, the client's way of waiting.
 */
package com.mockhu.dm.chaos.nemesis;
