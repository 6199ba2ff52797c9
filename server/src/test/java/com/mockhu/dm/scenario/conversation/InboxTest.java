package com.mockhu.dm.scenario.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Inbox;
import com.mockhu.dm.support.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest extends CampusTest {

  /** So many people write to Alice, one message more each. Returns their names, latest first. */
  private List<String> write(int people) {
    List<Person> writers =
        IntStream.range(0, people).mapToObj(i -> campus.welcomes("writer" + i)).toList();
    writers.forEach(each -> each.sends("from " + each).to(alice));
    return writers.reversed().stream().map(Person::username).toList();
  }

  @Test
  void the_latest_activity_comes_first() {
    bob.sends("first").to(alice);
    carol.sends("second").to(alice);
    assertEquals(List.of(carol.username(), bob.username()), alice.inbox().usernames());

    alice.sends("third").to(bob);
    assertEquals(List.of(bob.username(), carol.username()), alice.inbox().usernames());
  }

  @Test
  void reading_is_no_activity() {
    bob.sends("first").to(alice);
    carol.sends("second").to(alice);
    alice.readsAllOf(alice.inbox().with(bob).id());

    assertEquals(List.of(carol.username(), bob.username()), alice.inbox().usernames());
  }

  @Test
  void an_entry_shows_the_last_message_and_its_sender() {
    bob.sends("one").to(alice);
    String second = bob.sends("two").to(alice).id();
    JsonNode entry = alice.inbox().with(bob).json();

    assertEquals(second, entry.at("/last_message/id").asText());
    assertEquals("two", entry.at("/last_message/content").asText());
    assertEquals(bob.id(), entry.at("/last_message/sender_id").asText());
    assertEquals("text", entry.at("/last_message/message_type").asText());
    assertEquals(entry.at("/last_message/created_at"), entry.path("updated_at"));
    assertEquals(2, entry.path("unread_count").asInt());
  }

  @Test
  void pages_cover_everything_once_with_exact_totals() {
    List<String> writers = write(7);
    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      Inbox got = alice.inbox("limit=3&page=" + page);
      seen.addAll(got.usernames());
      assertEquals(page, got.pagination().path("page").asInt());
      assertEquals(7, got.total());
      assertEquals(3, got.pagination().path("total_pages").asInt());
      assertEquals(7, got.totalUnread());
    }
    assertEquals(writers, seen);
    assertEquals(List.of(), alice.inbox("limit=3&page=4").usernames());
  }

  @Test
  void numbered_pages_cover_a_large_inbox_once_and_end() {
    campus.crowds(alice, 10_075);
    Inbox deep = alice.inbox("limit=50&page=201");
    assertEquals(50, deep.conversations().size());
    assertEquals("number 75", deep.conversations().getFirst().preview());
    assertEquals(25, alice.inbox("limit=50&page=202").conversations().size());
    for (String page : List.of("203", "1000000", "2147483647")) {
      Inbox beyond = alice.inbox("limit=50&page=" + page);
      assertEquals(List.of(), beyond.usernames());
      assertNull(beyond.nextCursor());
      assertEquals(10_075, beyond.total());
    }
    assertEquals(List.of(), alice.inbox("limit=50&page=203&unread_only=true").usernames());
  }

  @Test
  void a_cursor_covers_everything_once_even_while_the_inbox_moves() {
    List<String> writers = write(5);
    Inbox first = alice.inbox("limit=2");
    alice.sends("this one moves to the top").to(carol);
    Inbox second = alice.inbox("limit=2&cursor=" + first.nextCursor());
    Inbox third = alice.inbox("limit=2&cursor=" + second.nextCursor());

    List<String> seen = new ArrayList<>(first.usernames());
    seen.addAll(second.usernames());
    seen.addAll(third.usernames());
    assertEquals(writers, seen);
    assertNull(third.nextCursor());
  }

  @Test
  void an_inbox_of_one_page_has_no_cursor() {
    write(2);
    assertNull(alice.inbox("limit=2").nextCursor());
  }

  @Test
  void an_empty_inbox_has_totals_of_zero() {
    Inbox empty = alice.inbox();
    assertEquals(List.of(), empty.conversations());
    assertEquals(0, empty.total());
    assertEquals(0, empty.totalUnread());
    assertEquals(0, empty.pagination().path("total_pages").asInt());
  }

  @Test
  void unread_only_filters_before_paging() {
    List<String> writers = write(4);
    alice.readsAllOf(alice.inbox().conversations().get(1).id());
    Inbox unread = alice.inbox("unread_only=true&limit=2");

    assertEquals(List.of(writers.get(0), writers.get(2)), unread.usernames());
    assertEquals(3, unread.total());
    assertEquals(2, unread.pagination().path("total_pages").asInt());
    Inbox rest = alice.inbox("unread_only=true&limit=2&cursor=" + unread.nextCursor());
    assertEquals(List.of(writers.get(3)), rest.usernames());
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,1",
    "limit=-5,1",
    "limit=51,50",
    "limit=99999999999999999999,50",
    "page=0,20"
  })
  void numbers_out_of_range_are_clamped(String query, int limit) {
    JsonNode pagination = alice.inbox(query).pagination();
    assertEquals(limit, pagination.path("limit").asInt());
    assertEquals(1, pagination.path("page").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=many", "page=1.5", "unread_only=maybe"})
  void what_is_no_number_or_boolean_is_refused(String query) {
    alice.gets("/v1/conversations?" + query).isRefused(400, "invalid_request");
  }

  @Test
  void a_cursor_that_the_server_never_gave_is_refused() {
    alice.gets("/v1/conversations?cursor=nonsense").isRefused(400, "invalid_cursor");
  }

  @Test
  void the_count_of_the_unread_says_in_how_many_conversations() {
    bob.sends("one").to(alice);
    bob.sends("two").to(alice);
    carol.sends("three").to(alice);
    JsonNode count = alice.gets("/v1/conversations/unread-count").isOk();

    assertEquals(3, count.path("total_unread").asInt());
    assertEquals(2, count.path("unread_conversations").asInt());
    assertTrue(alice.inbox().with(bob).unread() == 2 && alice.inbox().with(carol).unread() == 1);
  }
}
