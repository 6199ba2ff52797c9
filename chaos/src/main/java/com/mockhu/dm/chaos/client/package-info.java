/**
 * People with two devices each, who write, read and delete whatever happens, and write down what
 * they were told.
 *
 * <p>Owns: calls with their outcomes, the devices, what a device keeps, the last look at
 * everything. Invariants: a call ends as answered, never sent, or open, and nothing else; a text
 * belongs to one message. Threads: a device has one that writes; what it hears comes on another.
 * May use: history, check (the shapes of the final state), the client, the load generator's way to
 * make people.
 */
package com.mockhu.dm.chaos.client;
