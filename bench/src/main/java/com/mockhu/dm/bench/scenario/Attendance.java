package com.mockhu.dm.bench.scenario;

/** People who are connected and silent. */
interface Attendance {
  int size();

  long stillOpen();

  /** How long it took to connect them all. */
  double seconds();

  void leave();
}
