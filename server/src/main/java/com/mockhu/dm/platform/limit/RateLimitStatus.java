package com.mockhu.dm.platform.limit;

/**
 * How much of a limit a subject has left.
 *
 * @param name of the limit
 * @param window in seconds
 * @param resetSeconds until more is free; 0 while all of it is
 */
public record RateLimitStatus(
    String name, int quota, long window, int remaining, long resetSeconds) {}
