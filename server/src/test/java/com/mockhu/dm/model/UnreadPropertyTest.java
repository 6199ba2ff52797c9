package com.mockhu.dm.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Inbox;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** After any actions of three people, the counters equal a recount. */
class UnreadPropertyTest {
  /** Ranges of one reader that overlap, or positions that leave something unread behind. */
  private static final String WRONG_RANGES =
      """
      SELECT (SELECT count(*) FROM reads a
                JOIN reads b ON b.conversation_id = a.conversation_id AND b.user_id = a.user_id
                 AND b.up_to_seq > a.up_to_seq AND b.from_seq <= a.up_to_seq)
           + (SELECT count(*) FROM deliveries a
                JOIN deliveries b ON b.conversation_id = a.conversation_id AND b.user_id = a.user_id
                 AND b.up_to_seq > a.up_to_seq AND b.from_seq <= a.up_to_seq)
           + (SELECT count(*) FROM deliveries d
                JOIN participants p USING (conversation_id, user_id)
               WHERE d.from_seq <= p.delivered_seq)
           + (SELECT count(*) FROM participants p
                JOIN messages m USING (conversation_id)
               WHERE m.sender_id <> p.user_id AND m.seq <= p.read_seq AND m.seq > p.cleared_seq
                 AND m.deleted_at IS NULL
                 AND NOT EXISTS (
                   SELECT FROM reads r
                    WHERE r.conversation_id = m.conversation_id AND r.user_id = p.user_id
                      AND m.seq BETWEEN r.from_seq AND r.up_to_seq))
      """;

  private static Campus campus;

  @BeforeContainer
  static void open() {
    campus = Campus.start(Map.of());
  }

  @AfterContainer
  static void close() {
    campus.close();
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Story.steps(30, 90);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void counters_equal_a_recount_after_every_few_steps(@ForAll("stories") List<Step> steps) {
    Story story = new Story(campus);
    for (int i = 0; i < steps.size(); i++) {
      story.play(steps.get(i));
      if (i % 10 == 9) {
        story.people().forEach(UnreadPropertyTest::recount);
      }
    }
    story.people().forEach(UnreadPropertyTest::recount);
    assertEquals(0, campus.counts(WRONG_RANGES));
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void counters_equal_a_recount_after_everything_at_once(@ForAll("stories") List<Step> steps) {
    Story story = new Story(campus);
    Together.run(
        3,
        actor -> {
          steps.stream().filter(step -> step.actor() == actor).forEach(story::play);
          return actor;
        });
    story.people().forEach(UnreadPropertyTest::recount);
    assertEquals(0, campus.counts(WRONG_RANGES));
  }

  private static void recount(Person person) {
    Inbox inbox = person.inbox("limit=50");
    int total = 0;
    int conversations = 0;
    for (Conversation each : inbox.conversations()) {
      int unread = countUnread(person, each);
      assertEquals(unread, each.unread(), () -> person + " in " + each);
      total += unread;
      conversations += unread > 0 ? 1 : 0;
    }
    assertEquals(total, inbox.totalUnread(), () -> "total_unread of " + person);
    assertEquals(conversations, person.inbox("unread_only=true").total(), person::toString);
    JsonNode count = person.gets("/v1/conversations/unread-count").isOk();
    assertEquals(total, count.path("total_unread").asInt(), person::toString);
    assertEquals(conversations, count.path("unread_conversations").asInt(), person::toString);
  }

  private static int countUnread(Person person, Conversation conversation) {
    return (int)
        person.wholeHistory(conversation.id()).stream()
            .filter(m -> !m.senderId().equals(person.id()) && !m.isRead() && !m.isDeleted())
            .count();
  }
}
