/**
 * Owns: what a limit is, the settings of rate limits, and their counting behind {@link
 * com.mockhu.dm.platform.limit.Windows} and {@link com.mockhu.dm.platform.limit.Slots}. Counts are
 * in the memory of this process: each further server over the same database allows as much again.
 * Features declare the limits; {@code app.api} lists them.
 *
 * <p>Invariant: no 60 seconds contain more than the quota. Threads: any.
 */
package com.mockhu.dm.platform.limit;
