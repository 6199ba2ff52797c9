/**
 * The faults injected into a server.
 *
 * <p>Owns: the nemeses and their catalogue. Invariants: each repairs what it broke, so that the
 * next round starts without faults; one that cannot work here states why. Threads: the round's own,
 * and one more while a fault repeats. May use: world, the client's way of waiting.
 */
package com.mockhu.dm.chaos.nemesis;
