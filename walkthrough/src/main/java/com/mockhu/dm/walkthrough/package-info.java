/**
 * Owns: a conversation of two people, played against a running server and checked at each step.
 *
 * <p>Invariant: it knows the product by its network interface alone, and stays below the default
 * rate limits.
 *
 * <p>Threads: one. May use: the client's {@code http} package.
 */
package com.mockhu.dm.walkthrough;
