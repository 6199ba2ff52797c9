package com.mockhu.dm.scenario.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who comes, who goes, and what they see. */
class MembershipTest extends CampusTest {

  @Test
  void each_person_gets_an_outcome_of_their_own() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    Person dora = campus.welcomes("dora");
    GroupRoom.letsAll(campus, carol);
    String nobody = UUID.randomUUID().toString();
    JsonNode answer =
        room.tries(
                "POST",
                "/members",
                Map.of("user_ids", List.of(carol.id(), nobody, bob.id(), dora.id())))
            .isOk();
    assertEquals(
        List.of("added", "not_found", "already_member", "invited"), GroupRoom.outcomes(answer));
    assertEquals(3, room.info().path("member_count").asInt());
    assertEquals(List.of("group_created", "members_added"), room.events());
  }

  @Test
  void contacts_may_add_and_strangers_invite() {
    GroupRoom room = GroupRoom.of(campus, alice);
    assertEquals(List.of("invited", "invited"), room.adds(bob, carol));
    bob.follows(alice);
    assertEquals(List.of("added"), room.adds(bob));
    carol.sends("hello").to(alice);
    assertEquals(List.of("added"), room.adds(carol));
    assertEquals(0, bob.gets("/v1/invitations").isOk().path("invitations").size());
  }

  @Test
  void a_new_member_sees_what_comes_after_joining_and_the_joining_itself() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    Message early = alice.sends("early").in(room.id());
    GroupRoom.letsAll(campus, carol);
    room.adds(carol);
    alice.sends("late").in(room.id());
    assertEquals(List.of("late"), room.as(carol).texts());
    assertEquals(List.of("members_added"), room.as(carol).events());
    assertEquals(1, carol.inbox().totalUnread());
    JsonNode page =
        carol.gets(room.path("/messages?before_id=" + early.id() + "&mark_read=false")).isOk();
    assertEquals(0, page.path("messages").size());
    JsonNode after =
        carol.gets(room.path("/messages?after_id=" + early.id() + "&mark_read=false")).isOk();
    assertEquals(2, after.path("messages").size());
    assertEquals(
        List.of("late"), carol.syncs(null).contents().stream().filter("late"::equals).toList());
    assertTrue(carol.syncs(null).contents().stream().noneMatch("early"::equals));
  }

  @Test
  void open_history_shows_everything_and_starts_with_nothing_unread() {
    GroupRoom room = GroupRoom.of(campus, Map.of("history", "all"), alice, bob);
    Message early = alice.sends("early").in(room.id());
    GroupRoom.letsAll(campus, carol);
    room.adds(carol);
    assertEquals(List.of("early"), room.as(carol).texts());
    assertEquals(0, carol.inbox().totalUnread());
    alice.sends("late").in(room.id());
    assertEquals(1, carol.inbox().totalUnread());
    carol.history(room.id(), "limit=50");
    assertEquals(0, carol.inbox().totalUnread());
    carol.reads(early);
    assertEquals(0, carol.inbox().totalUnread());
  }

  @Test
  void the_group_stands_on_top_for_one_who_was_added() {
    GroupRoom room = GroupRoom.of(campus, alice);
    GroupRoom.letsAll(campus, carol);
    bob.sends("hello").to(carol);
    room.adds(carol);
    assertEquals(room.id(), carol.inbox().conversations().getFirst().id());
  }

  @Test
  void one_who_left_is_out_everywhere_and_learns_why() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Message hello = alice.sends("hello").in(room.id());
    String cursor = bob.syncs(null).cursor();
    Socket ofBob = bob.connects();
    room.as(bob).leaves();
    room.as(bob).leaves();
    ofBob.awaits("conversation_updated", f -> f.at("/data/reason").asText().equals("left"));
    alice.sends("after").in(room.id());
    isOut(bob, room, hello);
    SyncPage changes = bob.syncs(cursor);
    assertEquals(List.of(), changes.contents());
    assertEquals("left", changes.conversations().getFirst().path("reason").asText());
    assertEquals(0, bob.inbox().totalUnread());
    assertEquals(List.of("hello", "after"), room.texts());
    ofBob.hasNo("new_message", f -> f.at("/data/conversation_id").asText().equals(room.id()));
  }

  private static void isOut(Person person, GroupRoom room, Message hello) {
    person.gets(room.path("")).isRefused(403, "not_participant");
    person.gets(room.path("/messages")).isRefused(403, "not_participant");
    person.triesToSend("still here").in(room.id()).isRefused(403, "not_participant");
    person.triesToRead(hello).isRefused(403, "not_participant");
    person.calls("PATCH", room.path(""), Map.of("name", "x")).isRefused(403, "not_participant");
    person.gets(room.path("/bans")).isRefused(403, "not_participant");
    person.deletes(room.path("")).isRefused(403, "not_participant");
  }

  @Test
  void one_who_was_removed_is_out_and_the_others_learn_who_did_it() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Message hello = bob.sends("hello").in(room.id());
    String cursor = bob.syncs(null).cursor();
    room.removes(bob);
    isOut(bob, room, hello);
    assertEquals("removed", bob.syncs(cursor).conversations().getFirst().path("reason").asText());
    JsonNode told = carol.wholeHistory(room.id()).getLast().json();
    assertEquals("member_removed", told.at("/system/event").asText());
    assertEquals(alice.id(), told.path("sender_id").asText());
    assertEquals(bob.id(), told.at("/system/user_ids/0").asText());
    room.tries("DELETE", "/members/" + bob.id(), null).isRefused(404, "not_found");
  }

  @Test
  void coming_back_is_a_new_membership() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    alice.sends("first").in(room.id());
    bob.readsAllOf(room.id());
    room.removes(bob);
    alice.sends("between").in(room.id());
    assertEquals(List.of("added"), room.adds(bob));
    alice.sends("again").in(room.id());
    assertEquals(List.of("again"), room.as(bob).texts());
    assertEquals(1, bob.inbox().totalUnread());
    room.as(bob).leaves();
    room.tries("PATCH", "", Map.of("history", "all")).isOk();
    assertEquals(List.of("invited"), room.adds(bob));
    bob.posts("/v1/invitations/" + room.id() + "/accept").isOk();
    assertEquals(List.of("first", "between", "again"), room.as(bob).texts());
    assertEquals(0, bob.inbox().totalUnread());
  }

  @Test
  void roles_decide_who_may_do_what() {
    Person dora = campus.welcomes("dora");
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol, dora);
    room.as(bob).triesToMake(carol, "admin").isRefused(403, "forbidden");
    room.as(bob).tries("DELETE", "/members/" + carol.id(), null).isRefused(403, "forbidden");
    room.as(bob).tries("PATCH", "", Map.of("history", "all")).isRefused(403, "forbidden");
    room.makes(bob, "admin");
    room.makes(bob, "admin");
    room.as(bob).makes(carol, "admin");
    room.as(bob).triesToMake(carol, "member").isRefused(403, "forbidden");
    room.as(bob).tries("DELETE", "/members/" + carol.id(), null).isRefused(403, "forbidden");
    room.as(bob).tries("DELETE", "/members/" + alice.id(), null).isRefused(403, "forbidden");
    room.as(bob).removes(dora);
    room.makes(carol, "member");
    room.triesToMake(bob, "owner").isBadRequest();
    room.as(bob).tries("PUT", "/owner", Map.of("user_id", bob.id())).isRefused(403, "forbidden");
    room.tries("PUT", "/owner", Map.of("user_id", bob.id())).isOk();
    room.tries("PUT", "/owner", Map.of("user_id", bob.id())).isOk();
    assertEquals(bob.id(), room.info().path("owner_id").asText());
    assertEquals("admin", room.info().path("role").asText());
    assertEquals(
        List.of(
            "group_created",
            "role_changed",
            "role_changed",
            "member_removed",
            "role_changed",
            "owner_changed"),
        room.events());
  }

  @Test
  void only_admins_write_where_the_group_says_so() {
    GroupRoom room =
        GroupRoom.of(campus, Map.of("permissions", Map.of("send", "admins")), alice, bob);
    JsonNode error = bob.triesToSend("hello").in(room.id()).isRefused(403, "forbidden");
    assertEquals("Only admins can write here", error.at("/details/reason").asText());
    room.makes(bob, "admin");
    bob.sends("hello").in(room.id());
  }

  @Test
  void the_admin_of_longest_standing_follows_an_owner_who_leaves() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    room.makes(carol, "admin");
    room.leaves();
    assertEquals(carol.id(), room.as(bob).info().path("owner_id").asText());
    room.as(carol).leaves();
    assertEquals(bob.id(), room.as(bob).info().path("owner_id").asText());
    assertEquals(List.of("member_left", "owner_changed"), room.as(bob).events().subList(4, 6));
  }

  @Test
  void the_group_ends_with_its_last_member() {
    GroupRoom room = GroupRoom.of(campus, alice);
    room.leaves();
    room.leaves();
    alice.gets(room.path("")).isRefused(404, "not_found");
  }

  @Test
  void a_group_deleted_by_its_owner_is_gone_for_all() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    alice.sends("hello").in(room.id());
    room.adds(campus.welcomes("dora"));
    String cursor = bob.syncs(null).cursor();
    room.as(bob).tries("DELETE", "?for=everyone", null).isRefused(403, "forbidden");
    room.tries("DELETE", "?for=everyone", null).isOk();
    bob.gets(room.path("")).isRefused(404, "not_found");
    alice.triesToSend("hello").in(room.id()).isRefused(404, "not_found");
    assertEquals(
        "group_deleted", bob.syncs(cursor).conversations().getFirst().path("reason").asText());
    assertEquals(0, bob.inbox().totalUnread());
    assertEquals(0, bob.inbox().conversations().size());
  }
}
