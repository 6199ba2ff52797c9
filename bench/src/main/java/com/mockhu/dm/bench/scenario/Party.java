package com.mockhu.dm.bench.scenario;

import com.mockhu.dm.bench.measure.ProcessorTime;

/**
 * One that takes its turns under load.
 *
 * @param settle done after each turn, so that the next one isn't charged for what this one owes
 */
record Party(String name, ProcessorTime.Meter meter, Talk talk, Runnable settle) {}
