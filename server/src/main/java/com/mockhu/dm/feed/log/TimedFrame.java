package com.mockhu.dm.feed.log;

import java.util.function.Supplier;

/** Makes a frame whose delivery is measured. */
public interface TimedFrame extends Supplier<Frame> {
  /** The start of the measurement, by {@link System#nanoTime}. */
  long since();
}
