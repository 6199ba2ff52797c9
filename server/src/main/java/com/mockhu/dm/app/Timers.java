package com.mockhu.dm.app;

import com.mockhu.dm.platform.time.Scheduler;

/** What waits for its time, apart: a heartbeat may have to wait for the database as well. */
public record Timers(Scheduler presence, Scheduler heartbeat) {

  public static Timers system() {
    return new Timers(Scheduler.system("presence-timer"), Scheduler.system("heartbeat"));
  }
}
