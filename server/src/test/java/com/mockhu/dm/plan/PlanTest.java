package com.mockhu.dm.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Inbox;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Patience;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The rows that a request reads do not depend on the size of the data: 10 messages or a million in
 * the conversation, 10 conversations or 5,000 in the inbox.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PlanTest {
  /** Enough for the driver to prepare a statement and the database to keep one plan for it. */
  private static final int TIMES = 16;

  /** Room for a few pages more of a deeper index and of a full page of results. */
  private static final int FACTOR = 3;

  private static final Pattern OF_PEOPLE =
      Pattern.compile("\\b(users|usernames|user_words|passwords|sessions|refresh_tokens)\\b");

  private static final int MORE_ROWS = 400;
  private static final int MORE_BLOCKS = 400;

  /** The database looks rows up one by one only where there are too many to look at all. */
  private static final int EVERYBODY_ELSE = 40_000;

  /** A page of changes may be of up to 500 conversations, each found by five steps. */
  private static final int ROWS_OF_CHANGES = 3_000;

  private static final int BLOCKS_OF_CHANGES = 7_500;

  private static final int FILES = 100_000;

  /** The pages of six indexes, from their roots to their leaves, and the row. */
  private static final int BLOCKS_OF_FILE = 24;

  private final String url = TestCluster.createDatabase();
  private final PlanLog log = new PlanLog(url);
  private final Crowd crowd = new Crowd(url);
  private Campus campus;
  private Case small;
  private Case large;

  /** A person who wrote all of that many messages in the conversation with a friend. */
  private record Case(
      Person self, Person friend, Conversation conversation, String middle, String beginning) {
    String messages(String query) {
      return "/v1/conversations/" + conversation.id() + "/messages?" + query;
    }
  }

  @BeforeAll
  void fill() {
    campus = Campus.on(url, Map.of("DM_DATABASE_CONNECTIONS", "4"));
    small = people("maya", 10, 9, 3);
    large = people("jonas", 1_000_000, 4_999, 100);
    crowd.surrounds(campus.welcomes("olga"), EVERYBODY_ELSE, 10);
    crowd.uploads(large.conversation, large.friend, FILES);
    crowd.settles();
  }

  private Case people(String name, int messages, int strangers, int unread) {
    Person self = campus.welcomes(name);
    Person friend = campus.welcomes("nora");
    String beginning = self.syncs(null).cursor();
    Conversation conversation = self.opensConversationWith(friend);
    crowd.fills(conversation, self, friend, messages);
    crowd.surrounds(self, strangers, unread);
    String middle = crowd.idOf(conversation, messages / 2);
    return new Case(self, friend, conversation, middle, beginning);
  }

  @AfterAll
  void close() {
    campus.close();
  }

  private void assertBounded(Consumer<Case> work) {
    assertBounded(work, MORE_ROWS, MORE_BLOCKS);
  }

  private void assertBounded(Consumer<Case> work, int moreRows, int moreBlocks) {
    Map<String, Plan> few = log.during(() -> repeat(work, small));
    Map<String, Plan> many = log.during(() -> repeat(work, large));
    assertFalse(few.isEmpty());
    assertFalse(many.isEmpty());
    for (Plan plan : many.values()) {
      Plan base = few.getOrDefault(plan.query(), new Plan(plan.query(), 0, 0));
      String figures =
          "%d rows (%d), %d blocks (%d): %s"
              .formatted(plan.rows(), base.rows(), plan.blocks(), base.blocks(), plan.query());
      assertTrue(plan.rows() <= FACTOR * base.rows() + moreRows, figures);
      assertTrue(plan.blocks() <= FACTOR * base.blocks() + moreBlocks, figures);
    }
  }

  private static void repeat(Consumer<Case> work, Case which) {
    for (int i = 0; i < TIMES; i++) {
      work.accept(which);
    }
  }

  @Test
  void a_file_by_its_id_or_address_is_one_statement_that_reads_one_row() {
    JsonNode sent = sendsFile(large.friend, large.conversation);
    for (String path :
        List.of("/v1/messages/files/" + sent.path("id").asText(), sent.path("url").asText())) {
      List<Plan> plans =
          log.during(() -> repeat(c -> assertEquals(200, downloads(path)), large)).values().stream()
              .filter(plan -> plan.query().matches("SELECT id, .*sent_files WHERE (id|key) = .*"))
              .toList();
      assertEquals(1, plans.size(), plans::toString);
      assertTrue(plans.getFirst().rows() <= 4, plans::toString);
      assertTrue(plans.getFirst().blocks() <= BLOCKS_OF_FILE, plans::toString);
    }
  }

  private static JsonNode sendsFile(Person sender, Conversation conversation) {
    JsonNode upload = sender.uploads(Form.files().file("a.txt", Papers.text("a"))).path(0);
    sender
        .sends(null)
        .with("message_type", "file")
        .with("attachments", List.of(Map.of("id", upload.path("id").asText())))
        .in(conversation.id());
    return upload;
  }

  private int downloads(String path) {
    return large.self.downloads(path).statusCode();
  }

  @Test
  void sending_a_file_by_somebody_who_has_uploaded_many() {
    Map<String, Plan> plans =
        log.during(() -> repeat(c -> sendsFile(c.friend, c.conversation), large));
    for (Plan plan : plans.values()) {
      boolean isOfSend = plan.query().matches("(SELECT id|DELETE|INSERT INTO sent).*uploads .*");
      assertTrue(!isOfSend || plan.rows() <= 10 && plan.blocks() <= MORE_BLOCKS, plan::toString);
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
    String ofSmall = cursorAfter(small.self, 1, 5);
    String ofLarge = cursorAfter(large.self, 50, 50);
    assertBounded(c -> c.self.inbox("limit=20&cursor=" + (c == small ? ofSmall : ofLarge)));
  }

  private static String cursorAfter(Person person, int pages, int limit) {
    String query = "limit=" + limit;
    for (int page = 1; page < pages; page++) {
      query = "limit=" + limit + "&cursor=" + cursor(person.inbox(query));
    }
    return cursor(person.inbox(query));
  }

  private static String cursor(Inbox page) {
    return page.pagination().path("next_cursor").asText();
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
    String ofSmall = present(small.self);
    String ofLarge = present(large.self);
    small.friend.sends("news").in(small.conversation.id());
    large.friend.sends("news").in(large.conversation.id());
    assertEquals(List.of("news"), large.self.syncs(ofLarge).contents());
    assertBounded(c -> c.self.syncs(c == small ? ofSmall : ofLarge));
  }

  private static String present(Person person) {
    String cursor = person.connects().cursor();
    person.hangsUp();
    return cursor;
  }

  @Test
  void a_page_of_all_that_ever_changed() {
    SyncPage page = large.self.syncs(large.beginning);
    assertTrue(page.hasMore() && !page.isReset(), page::toString);
    assertBounded(c -> c.self.syncs(c.beginning), ROWS_OF_CHANGES, BLOCKS_OF_CHANGES);
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
              () ->
                  c
                      .friend
                      .history(c.conversation.id(), "limit=1&mark_read=false")
                      .messages()
                      .stream()
                      .anyMatch(m -> m.id().equals(sent.id()) && m.status().equals("delivered")));
        });
  }

  @Test
  void signing_in_and_finding_somebody_by_their_name_among_all_people() {
    Map<String, String> form =
        Map.of("username", "dora", "full_name", "Dora", "password", "correct horse");
    campus.http().send("POST", "/v1/auth/register", null, form).isCreated();
    Map<String, Plan> plans =
        log.during(
            () -> {
              for (int i = 0; i < TIMES; i++) {
                campus.http().send("POST", "/v1/auth/login", null, form).isOk();
                small.self.gets("/v1/users?limit=1&query=dora").isOk();
              }
            });
    // The log has the statements of background jobs as well, which read as much as they have to.
    List<Plan> own =
        plans.values().stream().filter(plan -> OF_PEOPLE.matcher(plan.query()).find()).toList();
    assertTrue(own.stream().anyMatch(plan -> plan.query().contains("usernames")));
    for (Plan plan : own) {
      assertTrue(plan.rows() <= MORE_ROWS && plan.blocks() <= MORE_BLOCKS, plan::toString);
    }
  }
}
