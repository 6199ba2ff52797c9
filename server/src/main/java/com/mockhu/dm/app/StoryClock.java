package com.mockhu.dm.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still at the moment that was set last. Safe for use by several threads. */
final class StoryClock extends Clock {
  private volatile Instant now;

  StoryClock(Instant start) {
    this.now = start;
  }

  void moveTo(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
