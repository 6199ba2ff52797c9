package com.mockhu.dm.chaos;

import java.time.Duration;

/**
 * The settings of a round.
 *
 * @param people at least 2; more than 2 also knock at wrong doors
 * @param calm how long they write before the fault, and after it
 * @param fault how long it lasts
 * @param longestRecovery until both transports must acknowledge again; then until what may be
 *     repeated must be settled; then until a reading must be answered
 * @param longestConvergence until all devices must hold the same, after the last write
 */
public record RoundSettings(
    long seed,
    int people,
    Duration calm,
    Duration fault,
    Duration longestRecovery,
    Duration longestConvergence) {}
