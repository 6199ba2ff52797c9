package com.mockhu.dm.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Inbox;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Together;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Alice looks at her counts while others write to her and she reads on another device. */
class UnreadSnapshotTest extends SharedServerTest {
  private static final int WRITERS = 6;
  private static final int EACH = 40;

  /** Messages of a conversation in a fresh start. */
  private static final int LATEST = 50;

  @Test
  void the_inbox_adds_up_while_messages_come_and_are_read() {
    underLoad(
        () -> {
          Inbox inbox = alice.inbox("limit=50");
          int sum = inbox.conversations().stream().mapToInt(Conversation::unread).sum();
          assertEquals(sum, inbox.totalUnread());
          assertEquals(inbox.conversations().size(), inbox.total());
        });
  }

  @Test
  void the_unread_conversations_are_as_many_as_the_total_says() {
    underLoad(
        () -> {
          Inbox inbox = alice.inbox("limit=50&unread_only=true");
          int sum = inbox.conversations().stream().mapToInt(Conversation::unread).sum();
          assertEquals(sum, inbox.totalUnread());
          assertEquals(inbox.conversations().size(), inbox.total());
        });
  }

  @Test
  void a_fresh_start_counts_the_messages_that_it_brings() {
    underLoad(
        () -> {
          SyncPage page = alice.syncs(null);
          Map<String, Integer> unread = new HashMap<>();
          for (Message message : page.messages()) {
            boolean isUnread = !message.senderId().equals(alice.id()) && !message.isRead();
            unread.merge(message.conversation(), isUnread ? 1 : 0, Integer::sum);
          }
          for (JsonNode conversation : page.conversations()) {
            int counted = conversation.path("unread_count").asInt();
            int shown = unread.getOrDefault(conversation.path("id").asText(), 0);
            assertEquals(Math.min(counted, LATEST), shown);
          }
        });
  }

  private void underLoad(Runnable look) {
    AtomicInteger writing = new AtomicInteger(WRITERS);
    String first = bob.sends("first").to(alice).conversation();
    Together.run(
        WRITERS + 3,
        i -> {
          if (i < WRITERS) {
            var writer = campus.welcomes("writer" + i);
            for (int n = 0; n < EACH; n++) {
              writer.sends("number " + n).to(alice);
            }
            writing.decrementAndGet();
          } else if (i == WRITERS) {
            while (writing.get() > 0) {
              bob.sends("more").in(first);
              alice.readsAllOf(first);
            }
          } else {
            while (writing.get() > 0) {
              look.run();
            }
          }
          return i;
        });
  }
}
