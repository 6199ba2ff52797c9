/**
 * Owns: who has a socket at any of the servers.
 *
 * <p>Invariants: sockets at several servers are one presence; it ends some seconds after the last
 * of them has closed; each change is announced by one server, once.
 *
 * <p>Threads: any; nothing here blocks.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.presence.online;
