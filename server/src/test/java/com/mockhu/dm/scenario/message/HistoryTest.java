package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Draft;
import com.mockhu.dm.support.person.History;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest extends SharedServerTest {
  private List<Message> sent;
  private String conversation;

  @BeforeEach
  void talk() {
    sent = IntStream.rangeClosed(1, 7).mapToObj(i -> alice.sends("m" + i).to(bob)).toList();
    conversation = sent.getFirst().conversation();
  }

  @Test
  void the_newest_comes_first() {
    assertEquals(List.of(7L, 6L, 5L, 4L, 3L, 2L, 1L), bob.history(conversation, "").seqs());
  }

  @Test
  void numbered_pages_cover_a_long_history_once_and_end() {
    Conversation old = carol.opensConversationWith(alice);
    campus.fills(old, carol, alice, 10_150);
    assertEquals(
        LongStream.iterate(150, seq -> seq > 50, seq -> seq - 1).boxed().toList(),
        carol.history(old.id(), "mark_read=false&limit=100&page=101").seqs());
    History last = carol.history(old.id(), "mark_read=false&limit=100&page=102");
    assertEquals(50, last.seqs().size());
    assertFalse(last.hasMore());
    for (String page : List.of("103", "104", "1000000", "2147483647", "99999999999999")) {
      History beyond = carol.history(old.id(), "mark_read=false&limit=100&page=" + page);
      assertEquals(List.of(), beyond.seqs());
      assertFalse(beyond.hasMore());
      assertNull(beyond.nextCursor());
    }
  }

  @Test
  void before_id_goes_back_in_time_and_its_cursor_goes_on() {
    History page = bob.history(conversation, "limit=3");
    assertEquals(List.of(7L, 6L, 5L), page.seqs());
    assertTrue(page.hasMore());

    page = bob.history(conversation, "limit=3&before_id=" + page.nextCursor());
    assertEquals(List.of(4L, 3L, 2L), page.seqs());
    page = bob.history(conversation, "limit=3&before_id=" + page.nextCursor());
    assertEquals(List.of(1L), page.seqs());
    assertFalse(page.hasMore());
    assertNull(page.nextCursor());
  }

  @Test
  void after_id_gives_the_oldest_first_and_its_cursor_goes_on() {
    History page = bob.history(conversation, "limit=3&after_id=" + sent.get(1).id());
    assertEquals(List.of(3L, 4L, 5L), page.seqs());
    assertTrue(page.hasMore());

    page = bob.history(conversation, "limit=3&after_id=" + page.nextCursor());
    assertEquals(List.of(6L, 7L), page.seqs());
    assertFalse(page.hasMore());
  }

  @Test
  void after_the_last_there_is_nothing() {
    History page = bob.history(conversation, "after_id=" + sent.getLast().id());
    assertEquals(List.of(), page.messages());
    assertFalse(page.hasMore());
  }

  @Test
  void page_numbers_cover_everything_once() {
    List<Long> seen = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      seen.addAll(bob.history(conversation, "limit=2&page=" + page).seqs());
    }
    assertEquals(List.of(7L, 6L, 5L, 4L, 3L, 2L, 1L), seen);
    assertEquals(List.of(), bob.history(conversation, "limit=2&page=5").seqs());
  }

  @Test
  void a_full_last_page_says_that_it_is_the_last() {
    assertFalse(bob.history(conversation, "limit=7").hasMore());
    assertTrue(bob.history(conversation, "limit=6").hasMore());
  }

  @ParameterizedTest
  @CsvSource({"limit=0,1", "limit=101,100", "limit=-1,1", "page=-3,50"})
  void numbers_out_of_range_are_clamped(String query, int limit) {
    History page = bob.history(conversation, query);
    assertEquals(limit, page.data().at("/pagination/limit").asInt());
    assertEquals(1, page.data().at("/pagination/page").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=x", "page=x", "before_id=x", "after_id=7", "mark_read=perhaps"})
  void malformed_queries_are_refused(String query) {
    bob.triesToReadHistory(conversation, query).isRefused(400, "invalid_request");
  }

  @Test
  void both_cursors_at_once_are_refused() {
    String query = "before_id=" + sent.get(3).id() + "&after_id=" + sent.get(1).id();
    assertEquals(400, bob.triesToReadHistory(conversation, query).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"before_id", "after_id"})
  void a_cursor_of_another_conversation_is_refused(String parameter) {
    Message elsewhere = carol.sends("elsewhere").to(bob);
    String query = parameter + "=" + elsewhere.id();
    assertEquals(400, bob.triesToReadHistory(conversation, query).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"before_id", "after_id"})
  void an_unknown_cursor_is_not_found(String parameter) {
    String query = parameter + "=" + UUID.randomUUID();
    bob.triesToReadHistory(conversation, query).isRefused(404, "not_found");
  }

  @Test
  void a_deleted_message_still_serves_as_cursor() {
    alice.deletesForEveryone(sent.get(3));
    assertEquals(
        List.of(3L, 2L, 1L), bob.history(conversation, "before_id=" + sent.get(3).id()).seqs());
  }

  @Test
  void a_thousand_messages_are_paged_through_without_gap_or_repeat() {
    String old = carol.sends("1").to(bob).conversation();
    for (int i = 2; i <= 1_005; i++) {
      Draft<Message> next = carol.sends("" + i);
      assertEquals(i, next.in(old).seq());
    }
    List<Long> seen = new ArrayList<>();
    String query = "limit=100";
    for (History page; query != null; query = after(page)) {
      page = bob.history(old, query);
      seen.addAll(page.seqs());
    }
    assertEquals(LongStream.rangeClosed(1, 1_005).boxed().toList().reversed(), seen);
  }

  private static String after(History page) {
    return page.nextCursor() == null ? null : "limit=100&before_id=" + page.nextCursor();
  }
}
