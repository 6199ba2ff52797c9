/**
 * The command: a conversation of two people, played against a running server.
 *
 * <p>Owns: the order of the chapters and the exit code. Invariant: the module knows the product by
 * its network interface alone, and stays below the default rate limits. Threads: one. May use:
 * everything below it.
 */
package com.mockhu.dm.walkthrough;
