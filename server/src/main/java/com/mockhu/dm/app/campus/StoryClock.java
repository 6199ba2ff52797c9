package com.mockhu.dm.app.campus;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still at the moment that is being told. Safe for use by several threads. */
public final class StoryClock extends Clock {
  private volatile Instant now;

  public StoryClock(Instant start) {
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
