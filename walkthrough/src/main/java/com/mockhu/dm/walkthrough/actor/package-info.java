/**
 * The two people, their sockets, and the transcript of each exchange.
 *
 * <p>Owns: requests, the comparison of a response with the expected one, the output. Threads: one;
 * frames arrive on the client's thread. May use: the client's {@code http} package.
 */
package com.mockhu.dm.walkthrough.actor;
