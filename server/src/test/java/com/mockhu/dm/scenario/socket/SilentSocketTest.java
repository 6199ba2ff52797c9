package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.app.Timers;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.raw.RawSocket;
import com.mockhu.dm.support.time.SteppedTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilentSocketTest {
  private static final Duration BEAT = Duration.ofSeconds(30);

  @Test
  void who_answers_no_ping_for_a_minute_is_closed_and_who_does_stays() {
    SteppedTime time = new SteppedTime();
    Timers timers = new Timers(Scheduler.system("presence-timer"), time);
    try (Campus campus = Campus.on(TestCluster.createDatabase(), Map.of(), timers);
        RawSocket alices = RawSocket.of(campus.welcomes("alice"))) {
      Socket bobs = campus.welcomes("bob").connects();
      alices.awaits("hello");
      for (int i = 0; i < 3; i++) {
        time.passes(BEAT);
        bobs.awaits("heartbeat");
        bobs.fence();
      }
      assertEquals(4410, alices.closeCode());
      bobs.fence();
    }
  }
}
