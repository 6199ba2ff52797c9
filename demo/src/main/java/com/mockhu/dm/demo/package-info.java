/**
 * Owns: a conversation of two people, played against a running server and checked at each step.
 *
 * <p>Invariant: it knows the product by its network interface alone, and stays below the default
 * rate limits.
 *
 * <p>Threads: the story runs on one; frames arrive on those of the HTTP client.
 */
package com.mockhu.dm.demo;
