/**
 * The devices of a person: one with a socket, one that polls.
 *
 * <p>Owns: what a device does next, and what it has seen. Invariant: an operation ends as answered,
 * as never sent, or as open. Threads: a device writes on one thread and receives on another. May
 * use: client.rest, history, the client.
 */
package com.mockhu.dm.chaos.client.device;
