package com.mockhu.dm.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.Campus;
import com.mockhu.dm.support.Conversation;
import com.mockhu.dm.support.Message;
import com.mockhu.dm.support.Patience;
import com.mockhu.dm.support.Person;
import com.mockhu.dm.support.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What a request reads does not depend on how much there is: 10 messages or a million in the
 * conversation, 10 conversations or 5,000 in the inbox.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PlanTest {
  /** Enough for the driver to prepare a statement and the database to keep one plan for it. */
  private static final int TIMES = 16;

  /** Room for a few pages more of a deeper index and of a full page of results. */
  private static final int FACTOR = 3;

  private static final int MORE_ROWS = 400;
  private static final int MORE_BLOCKS = 400;

  private final String url = TestCluster.createDatabase();
  private final PlanLog log = new PlanLog(url);
  private final Crowd crowd = new Crowd(url);
  private Campus campus;
  private Case small;
  private Case large;

  /** Someone whose conversation with a friend has that many messages, all by themselves. */
  private record Case(Person self, Person friend, Conversation conversation, String middle) {
    String messages(String query) {
      return "/v1/conversations/" + conversation.id() + "/messages?" + query;
    }
  }

  @BeforeAll
  void fill() {
    campus = Campus.on(url, Map.of("DM_DATABASE_CONNECTIONS", "4"));
    small = people("maya", 10, 9, 3);
    large = people("jonas", 1_000_000, 4_999, 100);
    crowd.settles();
  }

  private Case people(String name, int messages, int strangers, int unread) {
    Person self = campus.welcomes(name);
    Person friend = campus.welcomes("nora");
    Conversation conversation = self.opensConversationWith(friend);
    crowd.fills(conversation, self, friend, messages);
    crowd.surrounds(self, strangers, unread);
    return new Case(self, friend, conversation, crowd.idOf(conversation, messages / 2));
  }

  @AfterAll
  void close() {
    campus.close();
  }

  private void assertBounded(Consumer<Case> work) {
    Map<String, Plan> few = log.during(() -> repeat(work, small));
    Map<String, Plan> many = log.during(() -> repeat(work, large));
    assertFalse(few.isEmpty());
    assertFalse(many.isEmpty());
    for (Plan plan : many.values()) {
      Plan base = few.getOrDefault(plan.query(), new Plan(plan.query(), 0, 0));
      String figures =
          "%d rows (%d), %d blocks (%d): %s"
              .formatted(plan.rows(), base.rows(), plan.blocks(), base.blocks(), plan.query());
      assertTrue(plan.rows() <= FACTOR * base.rows() + MORE_ROWS, figures);
      assertTrue(plan.blocks() <= FACTOR * base.blocks() + MORE_BLOCKS, figures);
    }
  }

  private static void repeat(Consumer<Case> work, Case which) {
    for (int i = 0; i < TIMES; i++) {
      work.accept(which);
    }
  }

  @Test
  void the_first_page_of_history() {
    assertBounded(c -> c.self.gets(c.messages("limit=50")).isOk());
    assertBounded(c -> c.friend.gets(c.messages("limit=50")).isOk());
  }

  @Test
  void a_page_of_history_before_a_message_in_the_middle() {
    assertBounded(c -> c.friend.gets(c.messages("before_id=" + c.middle)).isOk());
  }

  @Test
  void a_page_of_history_after_a_message_in_the_middle() {
    assertBounded(c -> c.friend.gets(c.messages("after_id=" + c.middle)).isOk());
  }

  @Test
  void the_first_page_of_the_inbox() {
    assertEquals(5_000, large.self.inbox().total());
    assertBounded(c -> c.self.inbox("limit=20"));
  }

  @Test
  void the_unread_ones_of_the_inbox() {
    assertBounded(c -> c.self.inbox("unread_only=true&limit=20"));
  }

  @Test
  void a_page_of_the_inbox_by_its_cursor() {
    String deep = Long.toString(2_500, 36);
    assertBounded(c -> c.self.inbox("limit=20&cursor=" + deep));
  }

  @Test
  void the_number_of_unread_messages() {
    assertBounded(c -> c.self.gets("/v1/conversations/unread-count").isOk());
  }

  @Test
  void one_conversation_by_its_id() {
    assertBounded(c -> c.self.gets("/v1/conversations/" + c.conversation.id()).isOk());
  }

  @Test
  void what_changed_lately() {
    String ofSmall = small.self.syncs(null).cursor();
    String ofLarge = large.self.syncs(null).cursor();
    small.friend.sends("news").in(small.conversation.id());
    large.friend.sends("news").in(large.conversation.id());
    assertBounded(c -> c.self.syncs(c == small ? ofSmall : ofLarge));
  }

  @Test
  void the_first_page_of_a_fresh_start() {
    assertBounded(c -> c.self.syncs(null));
  }

  @Test
  void sending_into_the_conversation() {
    assertBounded(c -> c.self.sends("one more").in(c.conversation.id()));
    assertBounded(c -> c.friend.sends("an answer").in(c.conversation.id()));
  }

  @Test
  void reading_the_few_unread_messages_of_the_conversation() {
    assertBounded(
        c -> {
          List.of(1, 2, 3).forEach(n -> c.friend.sends("answer " + n).in(c.conversation.id()));
          c.self.readsAllOf(c.conversation.id());
        });
  }

  @Test
  void reading_a_conversation_in_which_nothing_is_unread() {
    assertBounded(c -> c.self.readsAllOf(c.conversation.id()));
  }

  @Test
  void noting_that_a_message_has_arrived() {
    assertBounded(
        c -> {
          Message sent = c.friend.sends("are you there?").in(c.conversation.id());
          c.self.gets(c.messages("mark_read=false&limit=5")).isOk();
          Patience.until(
              "the message is delivered",
              Duration.ofSeconds(20),
              () ->
                  c
                      .friend
                      .history(c.conversation.id(), "limit=1&mark_read=false")
                      .messages()
                      .stream()
                      .anyMatch(m -> m.id().equals(sent.id()) && m.status().equals("delivered")));
        });
  }
}
