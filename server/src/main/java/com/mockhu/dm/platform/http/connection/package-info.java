/**
 * Owns: connections of HTTP: how many there may be, how long each may keep the server waiting, and
 * how slowly it may send and read.
 *
 * <p>Invariants: a client that sends nothing, or too slowly, or does not read, loses its connection
 * within a bounded time; time in which the server does not want to read is not counted against it.
 *
 * <p>Threads: everything of one connection on its event loop; counts of all connections anywhere.
 *
 * <p>May use: errors, JSON, metrics, settings.
 */
package com.mockhu.dm.platform.http.connection;
