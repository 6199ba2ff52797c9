package com.mockhu.dm.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.bench.wire.socket.ClientMessageIds;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final ClientMessageIds IDS = new ClientMessageIds(1);
  private final Ledger ledger = new Ledger(UUID.randomUUID(), IDS);

  @BeforeEach
  void three_are_sent_and_two_acknowledged() {
    ledger.next();
    ledger.next();
    ledger.next();
    ledger.acknowledge(0);
    ledger.acknowledge(1);
  }

  @Test
  void a_kept_promise_is_sound() {
    Verification verification = ledger.compare(List.of(stored(0, 1), stored(1, 2)));
    assertEquals(new Verification(2, 2, 0, 0, 0, 0), verification);
    assertTrue(verification.isSound());
  }

  @Test
  void a_lost_message_is_caught() {
    Verification verification = ledger.compare(List.of(stored(0, 1)));
    assertEquals(1, verification.missing());
    assertFalse(verification.isSound());
  }

  @Test
  void a_lost_message_is_caught_behind_one_that_was_never_acknowledged() {
    Verification verification = ledger.compare(List.of(stored(0, 1), stored(2, 2)));
    assertEquals(new Verification(2, 2, 1, 0, 1, 0), verification);
    assertFalse(verification.isSound());
  }

  @Test
  void a_message_stored_twice_is_caught() {
    Verification verification = ledger.compare(List.of(stored(0, 1), stored(1, 2), stored(1, 3)));
    assertEquals(1, verification.duplicates());
    assertFalse(verification.isSound());
  }

  @Test
  void a_gap_is_caught() {
    Verification verification = ledger.compare(List.of(stored(0, 1), stored(1, 3)));
    assertEquals(1, verification.conversationsWithGaps());
    assertFalse(verification.isSound());
  }

  @Test
  void an_acknowledgement_counts_once_and_only_for_what_was_sent() {
    assertTrue(ledger.acknowledge(2));
    assertFalse(ledger.acknowledge(2));
    assertFalse(ledger.acknowledge(3));
  }

  private static StoredMessage stored(int number, long seq) {
    return new StoredMessage(IDS.id(number), seq);
  }
}
