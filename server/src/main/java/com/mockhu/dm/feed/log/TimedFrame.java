package com.mockhu.dm.feed.log;

import java.util.function.Supplier;

/** Makes a frame that somebody waits to see delivered. */
public interface TimedFrame extends Supplier<Frame> {
  /** Since when, as {@link System#nanoTime} tells it. */
  long since();
}
