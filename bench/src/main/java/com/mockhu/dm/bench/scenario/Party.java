package com.mockhu.dm.bench.scenario;

import com.mockhu.dm.bench.measure.ProcessorTime;

/**
 * A participant that is measured in turns.
 *
 * @param settle run after each turn, so that its deferred work does not count for the next turn
 */
record Party(String name, ProcessorTime.Meter meter, Talk talk, Runnable settle) {}
