package com.mockhu.dm.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;

/** Alice blocks Bob while many of his messages are under way. */
class BlockRaceTest extends SharedServerTest {
  private static final int SENDERS = 16;

  @RepeatedTest(5)
  void a_block_against_a_stream_of_sends_leaves_nothing_after_it() {
    String conversation = bob.sends("first").to(alice).conversation();
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch underWay = new CountDownLatch(3 * SENDERS);
    var seenAtReturn = new java.util.concurrent.atomic.AtomicReference<Set<String>>();
    Together.run(
        SENDERS + 1,
        i -> {
          if (i == SENDERS) {
            seenAtReturn.set(blockMidStream(conversation, underWay));
          } else {
            sendUntilRefused(conversation, acknowledged, underWay);
          }
          return i;
        });

    Set<String> stored = ids(conversation);
    assertEquals(seenAtReturn.get(), stored, "messages came after the block had returned");
    assertTrue(stored.containsAll(acknowledged), "an acknowledged message is missing");
    assertEquals(stored.size(), acknowledged.size() + 1, "a refused message was stored");
    bob.triesToSend("late").in(conversation).isRefused(403, "blocked");
  }

  private Set<String> blockMidStream(String conversation, CountDownLatch underWay) {
    try {
      underWay.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    alice.blocks(bob);
    return ids(conversation);
  }

  private void sendUntilRefused(
      String conversation, Queue<String> acknowledged, CountDownLatch underWay) {
    while (true) {
      Answer answer = bob.triesToSend("more").in(conversation);
      if (answer.status() == 403) {
        return;
      }
      acknowledged.add(new Message(answer.isCreated()).id());
      underWay.countDown();
    }
  }

  private Set<String> ids(String conversation) {
    return alice.wholeHistory(conversation).stream().map(Message::id).collect(Collectors.toSet());
  }

  @RepeatedTest(3)
  void racing_blocks_and_unblocks_end_in_one_clear_state() {
    bob.sends("first").to(alice);
    Together.run(
        20,
        i -> {
          if (i % 2 == 0) {
            alice.blocks(bob);
          } else {
            alice.unblocks(bob);
          }
          return i;
        });
    boolean isBlocked = alice.gets("/v1/users/blocked").isOk().path("blocked_users").size() == 1;
    assertEquals(!isBlocked, bob.canMessage(alice).path("can_message").asBoolean());
    assertEquals(!isBlocked, bob.inbox().has(alice));
    assertEquals(
        isBlocked ? 403 : 201,
        bob.triesToSend("now?").to(alice).status(),
        List.of(isBlocked, Map.of()).toString());
  }
}
