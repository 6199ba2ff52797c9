package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Group;
import com.mockhu.dm.support.person.Inbox;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The store with any number of people; no route creates groups yet. */
class GroupStoreTest extends SharedServerTest {

  private Group three() {
    return Group.of(campus, alice, bob, carol);
  }

  /** As it comes: the API documents do not know a group in the inbox yet. */
  private static JsonNode plain(Person person, String path) {
    return Json.tree(new String(person.downloads(path).body(), StandardCharsets.UTF_8))
        .path("data");
  }

  private static Inbox inbox(Person person) {
    return new Inbox(plain(person, "/v1/conversations?limit=50"));
  }

  private static SyncPage sync(Person person, String cursor) {
    return new SyncPage(plain(person, "/v1/sync" + (cursor == null ? "" : "?cursor=" + cursor)));
  }

  private static int unread(Person person, Group group) {
    return inbox(person).conversations().stream()
        .filter(each -> each.id().equals(group.id()))
        .mapToInt(Conversation::unread)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_message_reaches_all_others_once_and_counts_as_unread_for_them() {
    Group group = three();
    Socket ofBob = bob.connects();
    Socket ofCarol = carol.connects();
    Message hello = alice.sends("hello all").in(group.id());
    assertEquals(hello.id(), ofBob.awaitsMessage("hello all").id());
    assertEquals(hello.id(), ofCarol.awaitsMessage("hello all").id());
    assertEquals(0, unread(alice, group));
    assertEquals(1, unread(bob, group));
    assertEquals(1, unread(carol, group));
  }

  @Test
  void the_unread_sums_add_up_over_both_kinds() {
    Group group = three();
    alice.sends("one").in(group.id());
    carol.sends("two").in(group.id());
    carol.sends("to you alone").to(bob);
    assertEquals(3, inbox(bob).totalUnread());
    bob.readsAllOf(group.id());
    assertEquals(1, inbox(bob).totalUnread());
    assertEquals(
        1, plain(bob, "/v1/conversations/unread-count").path("unread_conversations").asInt());
    assertEquals(1, inbox(alice).totalUnread());
  }

  @Test
  void each_member_reads_for_themselves_and_others_do_not_hear_of_it() {
    Group group = three();
    Message hello = alice.sends("hello all").in(group.id());
    Socket ofCarol = carol.connects();
    Socket ofBob = bob.connects();
    bob.reads(hello);
    ofBob.awaits("message_read", f -> f.at("/data/message_id").asText().equals(hello.id()));
    assertTrue(bob.peeksAt(group.id()).get(hello).isRead());
    assertEquals(0, unread(bob, group));
    assertEquals(1, unread(carol, group));
    ofCarol.hasNo("message_read");
    ofCarol.hasNo("conversation_read");
  }

  @Test
  void a_message_is_delivered_when_it_has_reached_every_other() {
    Group group = three();
    Socket ofAlice = alice.connects();
    Message hello = alice.sends("hello all").in(group.id());
    bob.peeksAt(group.id());
    assertEquals("sent", alice.peeksAt(group.id()).get(hello).status());
    carol.peeksAt(group.id());
    ofAlice.awaits("message_status", f -> f.at("/data/message_id").asText().equals(hello.id()));
    assertEquals("delivered", alice.peeksAt(group.id()).get(hello).status());
    bob.reads(hello);
    assertEquals("delivered", alice.peeksAt(group.id()).get(hello).status());
    carol.reads(hello);
    assertEquals("read", alice.peeksAt(group.id()).get(hello).status());
  }

  @Test
  void what_is_deleted_unread_no_longer_counts_for_anybody() {
    Group group = three();
    Message hello = alice.sends("hello all").in(group.id());
    bob.reads(hello);
    alice.deletesForEveryone(hello);
    assertEquals(0, inbox(carol).totalUnread());
    assertEquals(0, inbox(bob).totalUnread());
    carol.readsAllOf(group.id());
    assertTrue(bob.peeksAt(group.id()).get(hello).isRead());
    assertTrue(!carol.peeksAt(group.id()).get(hello).isRead());
  }

  @Test
  void somebody_else_gets_nothing_of_it() {
    Group group = Group.of(campus, alice, bob);
    alice.sends("among us").in(group.id());
    carol.triesToSend("me too").in(group.id()).isRefused(403, "not_participant");
    carol.triesToReadHistory(group.id(), "limit=5").isRefused(403, "not_participant");
    assertEquals(List.of(), sync(carol, null).contents());
  }

  @Test
  void a_group_of_two_is_no_direct_conversation() {
    Group group = Group.of(campus, alice, bob);
    Conversation direct = alice.opensConversationWith(bob);
    assertTrue(!direct.id().equals(group.id()));
    bob.blocks(alice);
    alice.sends("still here").in(group.id());
    alice.triesToSend("and here?").to(bob).isRefused(403, "blocked");
    assertEquals(1, unread(bob, group));
  }

  @Test
  void typing_reaches_all_others_but_not_across_a_block() {
    Group group = three();
    Socket ofBob = bob.connects();
    Socket ofCarol = carol.connects();
    Socket ofAlice = alice.connects();
    carol.blocks(alice);
    ofAlice.types(group.id(), true);
    ofBob.awaits("user_typing", f -> f.at("/data/conversation_id").asText().equals(group.id()));
    ofCarol.hasNo("user_typing");
  }

  @Test
  void fifty_members_writing_at_once_get_gapless_numbers_and_right_counts() {
    Person[] people =
        IntStream.range(0, 50).mapToObj(i -> campus.welcomes("member" + i)).toArray(Person[]::new);
    Group group = Group.of(campus, people);
    Together.run(
        8,
        n -> {
          for (int i = 0; i < 5; i++) {
            people[n].sends("message " + i + " of " + n).in(group.id());
          }
          return n;
        });
    List<Message> all = people[49].wholeHistory(group.id());
    assertEquals(
        LongStream.rangeClosed(1, 40).boxed().toList(), all.stream().map(Message::seq).toList());
    assertEquals(40, inbox(people[49]).totalUnread());
    assertEquals(35, inbox(people[0]).totalUnread());
    people[49].readsUpTo(10, group.id());
    assertEquals(30, inbox(people[49]).totalUnread());
  }

  @Test
  void an_old_snapshot_and_the_changes_since_make_a_fresh_one() {
    Group group = three();
    Message first = alice.sends("first").in(group.id());
    Map<Person, String> cursors =
        Map.of(
            alice, sync(alice, null).cursor(),
            bob, sync(bob, null).cursor(),
            carol, sync(carol, null).cursor());
    bob.reads(first);
    Message second = bob.sends("second").in(group.id());
    alice.deletesForEveryone(first);
    carol.readsAllOf(group.id());
    cursors.forEach(
        (person, cursor) ->
            Patience.until(
                "the changes of " + person + " are those of a fresh start",
                () -> isSame(person, cursor, group, List.of(first, second))));
  }

  /** The messages and the inbox entry in their newest states, by changes and from the start. */
  private static boolean isSame(Person person, String cursor, Group group, List<Message> all) {
    var changes = sync(person, cursor);
    var fresh = sync(person, null);
    return all.stream()
            .filter(m -> state(changes.messages(), m) != null)
            .allMatch(m -> state(changes.messages(), m).equals(state(fresh.messages(), m)))
        && entry(changes.conversations(), group).equals(entry(fresh.conversations(), group));
  }

  private static JsonNode state(List<Message> messages, Message wanted) {
    return messages.stream()
        .filter(each -> each.id().equals(wanted.id()))
        .map(Message::json)
        .findFirst()
        .orElse(null);
  }

  private static JsonNode entry(List<JsonNode> conversations, Group group) {
    return conversations.stream()
        .filter(each -> each.path("id").asText().equals(group.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void one_key_makes_one_message_over_both_kinds() {
    Group group = three();
    String direct = alice.opensConversationWith(bob).id();
    UUID key = UUID.randomUUID();
    alice.sends("once").withKey(key).in(direct);
    Answer again = alice.triesToSend("once").withKey(key).in(group.id());
    again.isRefused(409, "idempotency_conflict");
  }

  @Test
  void a_deleted_account_leaves_its_groups() {
    Group group = three();
    alice.sends("hello all").in(group.id());
    campus.pushes("DELETE", "/users/" + alice.id(), null);
    bob.sends("who was that?").in(group.id());
    assertEquals(2, unread(carol, group));
  }
}
