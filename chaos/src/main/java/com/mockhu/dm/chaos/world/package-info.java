/**
 * The server under test as its operator runs it, and everything around it that can break.
 *
 * <p>Owns: a PostgreSQL, the server's process, the lines between them and to the clients, small
 * disks, a clock that can be set; and their removal. Invariants: everything lives in one temporary
 * folder and on 127.0.0.1. Threads: the round's own, and one a direction of each line. May use: the
 * client's way of waiting.
 */
package com.mockhu.dm.chaos.world;
