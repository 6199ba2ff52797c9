/**
 * A crowd of people who write, read and delete while faults are injected, and the state that they
 * read at the end.
 *
 * <p>Owns: which people there are, and the final reading. May use: client.device, client.rest,
 * history, check (the shapes of the final state), the client, the load generator's way to make
 * people.
 */
package com.mockhu.dm.chaos.client;
