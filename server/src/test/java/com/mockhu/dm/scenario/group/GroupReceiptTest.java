package com.mockhu.dm.scenario.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Receipts, blocks, moderation and what becomes of a person's messages in a group. */
class GroupReceiptTest extends CampusTest {

  private static JsonNode seen(Person viewer, GroupRoom room, Message message) {
    return viewer.peeksAt(room.id()).get(message).json();
  }

  @Test
  void the_sender_sees_how_many_have_got_and_read_a_message() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Socket ofAlice = alice.connects();
    Message hello = alice.sends("hello").in(room.id());
    assertEquals(2, hello.json().at("/receipts/total").asInt());
    bob.reads(hello);
    ofAlice.awaits("message_status", f -> f.at("/data/receipts/read").asInt() == 1);
    assertEquals(1, seen(alice, room, hello).at("/receipts/read").asInt());
    assertEquals("sent", seen(alice, room, hello).path("status").asText());
    assertTrue(seen(bob, room, hello).path("receipts").isMissingNode());
    carol.reads(hello);
    ofAlice.awaits("message_status", f -> f.at("/data/status").asText().equals("read"));
    assertEquals("read", seen(alice, room, hello).path("status").asText());
    JsonNode list = alice.gets("/v1/messages/" + hello.id() + "/receipts").isOk();
    assertEquals(2, list.path("read").asInt());
    assertEquals(bob.id(), list.at("/receipts/0/user/id").asText());
    bob.gets("/v1/messages/" + hello.id() + "/receipts").isRefused(403, "forbidden");
  }

  @Test
  void people_who_came_later_or_left_are_no_recipients() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Message hello = alice.sends("hello").in(room.id());
    Person dora = campus.welcomes("dora");
    GroupRoom.letsAll(campus, dora);
    room.adds(dora);
    bob.reads(hello);
    Socket ofAlice = alice.connects();
    room.as(carol).leaves();
    ofAlice.awaits("message_status", f -> f.at("/data/status").asText().equals("read"));
    assertEquals(1, seen(alice, room, hello).at("/receipts/total").asInt());
    assertEquals("read", seen(alice, room, hello).path("status").asText());
  }

  @Test
  void one_who_hides_reading_is_not_counted_and_sees_no_counts() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    bob.sets("read_receipts", false);
    Message hello = alice.sends("hello").in(room.id());
    Message own = bob.sends("mine").in(room.id());
    bob.reads(hello);
    carol.readsAllOf(room.id());
    assertEquals(1, seen(alice, room, hello).at("/receipts/read").asInt());
    assertNotEquals("read", seen(alice, room, hello).path("status").asText());
    assertTrue(seen(bob, room, own).at("/receipts/read").isNull());
  }

  @Test
  void a_block_hides_reading_but_not_writing() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Message before = bob.sends("before").in(room.id());
    alice.reads(before);
    alice.blocks(bob);
    Socket ofAlice = alice.connects();
    Message after = bob.sends("after").in(room.id());
    JsonNode frame =
        ofAlice.awaits("new_message", f -> f.at("/data/id").asText().equals(after.id()));
    assertTrue(frame.at("/data/is_from_blocked").asBoolean());
    assertTrue(seen(alice, room, after).path("is_from_blocked").asBoolean());
    assertTrue(seen(carol, room, after).path("is_from_blocked").isMissingNode());
    alice.readsAllOf(room.id());
    carol.readsAllOf(room.id());
    assertEquals(1, seen(bob, room, after).at("/receipts/read").asInt());
    assertEquals(2, seen(bob, room, before).at("/receipts/read").asInt());
    alice.sends("still here").in(room.id());
  }

  @Test
  void admins_delete_messages_of_members_at_any_age() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Message hello = bob.sends("hello").in(room.id());
    campus.ages(hello, Duration.ofDays(3));
    carol.deletes("/v1/messages/" + hello.id() + "?for=everyone").isRefused(403, "forbidden");
    Socket ofCarol = carol.connects();
    alice.deletesForEveryone(hello);
    JsonNode frame = ofCarol.awaits("message_deleted");
    assertEquals(alice.id(), frame.at("/data/deleted_by").asText());
    assertEquals(alice.id(), seen(carol, room, hello).path("deleted_by").asText());
    assertEquals(0, carol.inbox().totalUnread());
    Message own = alice.sends("mine").in(room.id());
    room.makes(bob, "admin");
    bob.deletes("/v1/messages/" + own.id() + "?for=everyone").isRefused(403, "forbidden");
  }

  @Test
  void a_deleted_account_leaves_with_its_messages_and_hands_the_group_over() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Message hello = alice.sends("hello").in(room.id());
    bob.sends("hi").in(room.id());
    campus.pushes("DELETE", "/users/" + alice.id(), null);
    String owner = room.as(carol).info().path("owner_id").asText();
    assertTrue(owner.equals(bob.id()) || owner.equals(carol.id()));
    Patience.until(
        "the message is a tombstone",
        () -> seen(carol, room, hello).path("is_deleted").asBoolean());
    assertEquals(1, carol.inbox().totalUnread());
    assertEquals(0, bob.inbox().totalUnread());
  }

  @Test
  void a_file_is_for_those_who_see_its_message() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    JsonNode upload = alice.uploads(Form.images().file("a.png", Pixels.png(20, 20))).get(0);
    alice
        .posts(
            room.path("/messages"),
            Map.of(
                "message_type",
                "image",
                "attachments",
                List.of(Map.of("id", upload.path("id").asText()))))
        .isCreated();
    GroupRoom.letsAll(campus, carol);
    room.adds(carol);
    String file = "/v1/messages/files/" + upload.path("id").asText();
    assertEquals(200, bob.downloads(file).statusCode());
    assertEquals(404, carol.downloads(file).statusCode());
    room.removes(bob);
    assertEquals(403, bob.downloads(file).statusCode());
  }

  @Test
  void nothing_is_stored_after_a_removal_was_answered() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    Together.run(
        2,
        n -> {
          if (n == 0) {
            for (int i = 0; i < 20; i++) {
              bob.triesToSend("number " + i).in(room.id());
            }
          } else {
            room.removes(bob);
            alice.sends("after the removal").in(room.id());
          }
          return n;
        });
    List<String> texts = room.texts();
    assertEquals("after the removal", texts.getLast());
  }

  @Test
  void fifty_members_writing_at_once_see_the_same_gapless_order() {
    Person[] people =
        IntStream.range(0, 50).mapToObj(i -> campus.welcomes("member" + i)).toArray(Person[]::new);
    GroupRoom room = GroupRoom.of(campus, alice, people);
    Together.run(
        8,
        n -> {
          for (int i = n; i < 50; i += 8) {
            people[i].sends("of " + i).in(room.id());
          }
          return n;
        });
    List<Message> all = people[0].wholeHistory(room.id());
    assertEquals(
        LongStream.rangeClosed(1, 51).boxed().toList(), all.stream().map(Message::seq).toList());
    List<String> ids = all.stream().map(Message::id).toList();
    assertEquals(ids, people[49].wholeHistory(room.id()).stream().map(Message::id).toList());
    assertEquals(49, people[7].inbox().totalUnread());
  }
}
