package com.mockhu.dm.bench.scenario;

/** Connected people who send nothing. */
interface Attendance {
  int size();

  long stillOpen();

  /** How long it took to connect them all. */
  double seconds();

  void leave();
}
