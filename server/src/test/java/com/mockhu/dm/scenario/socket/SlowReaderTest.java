package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.raw.RawSocket;
import com.mockhu.dm.support.time.Patience;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlowReaderTest extends CampusTest {
  /** 8 MB with the texts below: more than the server and both ends of a connection can hold. */
  private static final int MESSAGES = 800;

  @Test
  void a_slow_reader_is_dropped_slows_nobody_and_misses_nothing() {
    String conversation = alice.sends("hi").to(bob).conversation();
    String cursor = bob.syncs(null).cursor();
    RawSocket slow = RawSocket.withSmallBuffer(bob);
    slow.awaits("hello");
    Socket sender = alice.connects();
    Socket quick = alice.connects();
    String text = "x".repeat(9_900);
    String last = null;
    for (int i = 0; i < MESSAGES; i++) {
      last = sender.sends(text + i, conversation);
    }
    sender.awaitsAnswerTo(last);
    quick.awaitsMessage(text + (MESSAGES - 1));

    Patience.until("the slow reader is dropped", this::isDropped);
    int code = slow.closeCode();
    assertTrue(code == 4408 || code == RawSocket.BROKEN, "closed with " + code);
    slow.close();
    assertEquals(MESSAGES, idsSince(cursor).size());
  }

  private boolean isDropped() {
    return Metrics.of(campus).sum("dm_ws_disconnects_total", "code=\"4408\"") == 1;
  }

  private Set<String> idsSince(String cursor) {
    Set<String> ids = new HashSet<>();
    SyncPage page;
    do {
      page = bob.syncs(cursor);
      page.messages().forEach(message -> ids.add(message.id()));
      cursor = page.cursor();
    } while (page.hasMore());
    return ids;
  }
}
