/**
 * Owns: the list of rate limits and their counting.
 *
 * <p>Invariant: no window of 60 seconds ever holds more than its limit. Threads: any.
 */
package com.mockhu.dm.platform.limit;
