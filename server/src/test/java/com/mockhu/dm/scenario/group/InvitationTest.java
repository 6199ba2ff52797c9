package com.mockhu.dm.scenario.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Invitations, links and bans, also under races. */
class InvitationTest extends CampusTest {

  private static JsonNode invitations(Person person) {
    return person.gets("/v1/invitations").isOk().path("invitations");
  }

  private static Answer answers(Person person, GroupRoom room, String word) {
    return person.posts("/v1/invitations/" + room.id() + "/" + word);
  }

  private static String link(GroupRoom room, Map<String, Object> body) {
    return room.tries("POST", "/invite-links", body).isCreated().path("code").asText();
  }

  private static Answer joins(Person person, String code) {
    return person.posts("/v1/invite-links/" + code);
  }

  @Test
  void an_invited_person_is_told_and_joins_by_accepting() {
    GroupRoom room = GroupRoom.of(campus, alice);
    Socket ofBob = bob.connects();
    String cursor = bob.syncs(null).cursor();
    assertEquals(List.of("invited"), room.adds(bob));
    ofBob.awaits(
        "invitation_updated", f -> f.at("/data/group/name").asText().equals("Study group"));
    assertEquals(1, invitations(bob).size());
    assertEquals(alice.id(), invitations(bob).at("/0/invited_by/id").asText());
    assertEquals(1, bob.gets("/v1/sync?cursor=" + cursor).isOk().path("invitations").size());
    bob.gets(room.path("")).isRefused(403, "not_participant");
    answers(bob, room, "accept").isOk();
    answers(bob, room, "accept").isOk();
    assertEquals(0, invitations(bob).size());
    assertEquals("member_joined", room.as(bob).events().getLast());
    answers(carol, room, "accept").isRefused(404, "not_found");
    answers(carol, room, "decline").isRefused(404, "not_found");
  }

  @Test
  void one_who_declined_or_blocks_hears_nothing_and_nobody_can_tell() {
    GroupRoom room = GroupRoom.of(campus, alice);
    room.adds(bob);
    answers(bob, room, "decline").isOk();
    answers(bob, room, "decline").isOk();
    carol.blocks(alice);
    assertEquals(List.of("invited", "invited"), room.adds(bob, carol));
    assertEquals(0, invitations(bob).size());
    assertEquals(0, invitations(carol).size());
    assertEquals(2, room.tries("GET", "/invitations", null).isOk().path("invitations").size());
    answers(carol, room, "accept").isRefused(404, "not_found");
  }

  @Test
  void one_whom_the_caller_blocks_cannot_be_added() {
    GroupRoom room = GroupRoom.of(campus, alice);
    GroupRoom.letsAll(campus, bob);
    alice.blocks(bob);
    assertEquals(List.of("not_allowed"), room.adds(bob));
  }

  @Test
  void a_cancelled_invitation_cannot_be_accepted() {
    GroupRoom room = GroupRoom.of(campus, alice);
    room.adds(bob);
    room.tries("DELETE", "/invitations/" + bob.id(), null).isOk();
    assertEquals(0, invitations(bob).size());
    answers(bob, room, "accept").isRefused(404, "not_found");
  }

  @Test
  void a_link_lets_people_in_until_it_ends() {
    GroupRoom room = GroupRoom.of(campus, alice);
    JsonNode made = room.tries("POST", "/invite-links", Map.of()).isCreated();
    String code = made.path("code").asText();
    assertTrue(made.path("url").asText().endsWith("/join/" + code));
    JsonNode preview = bob.gets("/v1/invite-links/" + code).isOk();
    assertEquals("Study group", preview.path("name").asText());
    joins(bob, code).isCreated();
    joins(bob, code).isOk();
    assertEquals(
        1, room.tries("GET", "/invite-links", null).isOk().at("/invite_links/0/uses").asInt());
    room.as(bob).tries("GET", "/invite-links", null).isRefused(403, "forbidden");
    room.tries("DELETE", "/invite-links/" + made.path("id").asText(), null).isOk();
    JsonNode ended = joins(carol, code).isRefused(404, "not_found");
    JsonNode unknown = joins(carol, "nonsense").isRefused(404, "not_found");
    assertEquals(unknown.path("message"), ended.path("message"));
  }

  @Test
  void a_removed_person_is_banned_from_links_until_an_admin_lifts_it() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    String code = link(room, Map.of());
    room.removes(bob);
    joins(bob, code).isRefused(404, "not_found");
    room.tries("PATCH", "", Map.of("permissions", Map.of("add_members", "members"))).isOk();
    assertEquals(List.of("not_allowed"), room.as(carol).adds(bob));
    assertEquals(bob.id(), room.tries("GET", "/bans", null).isOk().at("/bans/0/user/id").asText());
    room.tries("DELETE", "/bans/" + bob.id(), null).isOk();
    joins(bob, code).isCreated();
    room.as(bob).leaves();
    joins(bob, code).isCreated();
  }

  @Test
  void a_link_admits_exactly_as_many_as_it_says_however_many_try_at_once() {
    GroupRoom room = GroupRoom.of(campus, alice);
    String code = link(room, Map.of("max_uses", 3));
    List<Person> crowd =
        IntStream.range(0, 8).mapToObj(n -> campus.welcomes("runner" + n)).toList();
    List<Integer> answers = Together.run(8, n -> joins(crowd.get(n), code).status());
    assertEquals(3, answers.stream().filter(status -> status == 201).count());
    assertEquals(5, answers.stream().filter(status -> status == 404).count());
    assertEquals(4, room.info().path("member_count").asInt());
  }

  @Test
  void no_race_makes_a_group_larger_than_it_may_be() {
    try (Campus small = Campus.start(Map.of("DM_GROUP_MEMBERS", "3"))) {
      Person owner = small.welcomes("owner");
      GroupRoom room = GroupRoom.of(small, owner);
      String code = link(room, Map.of());
      List<Person> crowd =
          IntStream.range(0, 8).mapToObj(n -> small.welcomes("runner" + n)).toList();
      crowd.subList(4, 8).forEach(each -> GroupRoom.letsAll(small, each));
      Together.run(
          8, n -> n < 4 ? joins(crowd.get(n), code).status() : room.adds(crowd.get(n)).size());
      assertEquals(3, room.info().path("member_count").asInt());
      JsonNode error = joins(small.welcomes("late"), code).isRefused(409, "conflict");
      assertEquals("group_members", error.at("/details/limit").asText());
      assertEquals(List.of("full"), room.adds(small.welcomes("later")));
    }
  }

  @Test
  void two_owners_are_never_made() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Together.run(
        2,
        n -> room.tries("PUT", "/owner", Map.of("user_id", (n == 0 ? bob : carol).id())).status());
    JsonNode members = room.tries("GET", "/members", null).isOk();
    assertEquals("owner", members.at("/members/0/role").asText());
    assertEquals("admin", members.at("/members/1/role").asText());
    assertEquals("member", members.at("/members/2/role").asText());
  }

  @Test
  void the_host_makes_groups_and_asks_nobody() {
    String id = java.util.UUID.randomUUID().toString();
    Map<String, Object> body = Map.of("name", "Course", "owner_id", alice.id());
    campus.pushes("PUT", "/groups/" + id, body).isOk();
    campus.pushes("PUT", "/groups/" + id, body).isOk();
    campus.pushes("PUT", "/groups/" + id + "/members/" + bob.id(), Map.of("role", "admin")).isOk();
    GroupRoom room = new GroupRoom(bob, id);
    assertEquals("admin", room.info().path("role").asText());
    alice.sends("welcome").in(id);
    campus.pushes("DELETE", "/groups/" + id + "/members/" + bob.id(), null).isOk();
    bob.gets(room.path("")).isRefused(403, "not_participant");
    campus.pushes("DELETE", "/groups/" + id, null).isOk();
    campus.pushes("DELETE", "/groups/" + id, null).isOk();
    alice.gets(room.path("")).isRefused(404, "not_found");
  }
}
