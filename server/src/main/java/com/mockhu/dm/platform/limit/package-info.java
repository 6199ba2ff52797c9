/**
 * Owns: the list of rate limits and their counting, behind {@link
 * com.mockhu.dm.platform.limit.Windows} and {@link com.mockhu.dm.platform.limit.Slots}: so far in
 * the memory of this process alone, so each further server over the same database allows as much
 * again.
 *
 * <p>Invariant: no window of 60 seconds ever holds more than its limit. Threads: any.
 */
package com.mockhu.dm.platform.limit;
