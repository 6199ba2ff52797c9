package com.mockhu.dm.bench.series;

/** Connected people who send nothing. */
public interface SilentCrowd {
  int size();

  long stillOpen();

  /** How long it took to connect them all. */
  double seconds();

  void leave();
}
