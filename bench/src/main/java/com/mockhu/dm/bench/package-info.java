/**
 * The load generator: a separate process that uses only the network interface of the server.
 *
 * <p>Owns: the command line. May use: everything below.
 */
package com.mockhu.dm.bench;
