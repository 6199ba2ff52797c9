package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.talk.Talk;

/**
 * A participant that is measured in turns.
 *
 * @param settle run after each turn, so that its deferred work does not count for the next turn
 */
public record MeasuredLoad(String name, ProcessorTime.Meter meter, Talk talk, Runnable settle) {}
