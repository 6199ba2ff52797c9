package com.mockhu.dm.scenario.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Socket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Making a group, changing it, and what it looks like. */
class GroupTest extends CampusTest {

  @Test
  void a_group_has_one_shape_for_its_members() {
    GroupRoom room = GroupRoom.of(campus, Map.of("description", "On Mondays"), alice, bob, carol);
    JsonNode view = room.as(bob).view();
    assertEquals("group", view.path("type").asText());
    assertTrue(view.path("participant").isNull());
    assertEquals(alice.id(), view.at("/participants/0/id").asText());
    assertEquals("owner", view.at("/participants/0/role").asText());
    assertEquals(3, view.path("participants").size());
    JsonNode info = view.path("group");
    assertEquals("Study group", info.path("name").asText());
    assertEquals("On Mondays", info.path("description").asText());
    assertEquals(alice.id(), info.path("owner_id").asText());
    assertEquals("member", info.path("role").asText());
    assertEquals(3, info.path("member_count").asInt());
    assertEquals("joined", info.path("history").asText());
    assertEquals("members", info.at("/permissions/send").asText());
    assertEquals("admins", info.at("/permissions/pin").asText());
    assertTrue(view.path("last_message").isNull());
    assertEquals(1, view.path("last_seq").asInt());
    assertEquals(view, bob.gets("/v1/conversations").isOk().at("/conversations/0"));
    assertEquals(view, bob.syncs(null).conversations().getFirst());
  }

  @Test
  void the_inbox_tells_who_wrote_last() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    bob.sends("hello").in(room.id());
    JsonNode last = room.as(carol).view().path("last_message");
    assertEquals("hello", last.path("content").asText());
    assertEquals(bob.id(), last.at("/sender/id").asText());
  }

  @Test
  void a_direct_conversation_says_that_it_is_one() {
    alice.sends("hello").to(bob);
    JsonNode direct = bob.gets("/v1/conversations").isOk().at("/conversations/0");
    assertEquals("direct", direct.path("type").asText());
    assertEquals(1, direct.path("last_seq").asInt());
    assertTrue(direct.path("group").isMissingNode());
  }

  @Test
  void strange_creations_are_refused() {
    Map<String, Object> good = Map.of("type", "group", "name", "G");
    alice.posts("/v1/conversations", good).isCreated();
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of("type", "circle", "name", "G"),
            Map.of("type", "group", "name", "G", "recipient_id", bob.id()),
            Map.of("type", "group"),
            Map.of("type", "group", "name", "  "),
            Map.of("type", "group", "name", "a".repeat(101)),
            Map.of("type", "group", "name", "a\u202eb"),
            Map.of("type", "group", "name", "a\nb"),
            Map.of("type", "group", "name", "G", "description", "d".repeat(501)),
            Map.of("type", "group", "name", "G", "history", "some"),
            Map.of("type", "group", "name", "G", "permissions", Map.of("fly", "admins")),
            Map.of("type", "group", "name", "G", "permissions", Map.of("send", "nobody")),
            Map.of("type", "group", "name", "G", "member_ids", List.of("x")))) {
      alice.posts("/v1/conversations", bad).isBadRequest();
    }
    List<String> many =
        java.util.stream.Stream.generate(() -> UUID.randomUUID().toString()).limit(101).toList();
    alice
        .posts("/v1/conversations", Map.of("type", "group", "name", "G", "member_ids", many))
        .isBadRequest();
  }

  @Test
  void one_key_makes_one_group() {
    GroupRoom.letsAll(campus, bob);
    String key = UUID.randomUUID().toString();
    Map<String, Object> body =
        Map.of("type", "group", "name", "G", "member_ids", List.of(bob.id(), bob.id(), alice.id()));
    JsonNode first = alice.calls("POST", "/v1/conversations", body, key).isCreated();
    JsonNode again = alice.calls("POST", "/v1/conversations", body, key).isOk();
    assertEquals(first.path("id"), again.path("id"));
    assertEquals(List.of("added"), GroupRoom.outcomes(first));
    assertEquals(first.path("outcomes"), again.path("outcomes"));
    alice
        .calls("POST", "/v1/conversations", Map.of("type", "group", "name", "H"), key)
        .isRefused(409, "idempotency_conflict");
    assertEquals(1, bob.inbox().conversations().size());
  }

  @Test
  void changes_are_told_once_and_nothing_is_no_change() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    Socket ofBob = bob.connects();
    room.tries("PATCH", "", Map.of("name", "New", "history", "all")).isOk();
    room.tries("PATCH", "", Map.of("name", "New", "history", "all")).isOk();
    room.tries("PATCH", "", Map.of("permissions", Map.of("send", "admins"))).isOk();
    room.tries("PATCH", "", Map.of("description", "Line\nline")).isOk();
    ofBob.awaits(
        "conversation_updated", f -> f.at("/data/group/description").asText().equals("Line\nline"));
    assertEquals(
        List.of(
            "group_created",
            "renamed",
            "history_changed",
            "permissions_changed",
            "description_changed"),
        room.as(bob).events());
    JsonNode renamed = bob.wholeHistory(room.id()).get(1).json();
    assertEquals("Study group", renamed.at("/system/old_name").asText());
    assertEquals("New", renamed.at("/system/name").asText());
    assertEquals("admins", room.info().at("/permissions/send").asText());
    assertEquals("all", room.info().path("history").asText());
  }

  @Test
  void group_routes_do_not_take_direct_conversations() {
    String direct = alice.opensConversationWith(bob).id();
    GroupRoom room = new GroupRoom(alice, direct);
    room.tries("PATCH", "", Map.of("name", "x")).isBadRequest();
    room.triesToAdd(carol).isBadRequest();
    room.tries("POST", "/leave", null).isBadRequest();
    room.tries("DELETE", "?for=everyone", null).isBadRequest();
    room.tries("POST", "/invite-links", Map.of()).isBadRequest();
    room.tries("GET", "/bans", null).isBadRequest();
  }

  @Test
  void system_messages_are_numbered_but_are_no_activity() {
    GroupRoom room = GroupRoom.of(campus, alice, bob, carol);
    Message hello = alice.sends("hello").in(room.id());
    String updated = room.as(bob).view().path("updated_at").asText();
    room.tries("PATCH", "", Map.of("name", "New")).isOk();
    JsonNode view = room.as(bob).view();
    assertEquals(updated, view.path("updated_at").asText());
    assertEquals("hello", view.at("/last_message/content").asText());
    assertEquals(1, view.path("unread_count").asInt());
    assertEquals(3, view.path("last_seq").asInt());
    bob.reads(hello);
    assertEquals(0, bob.inbox().totalUnread());
    assertEquals(4, alice.sends("more").in(room.id()).seq());
  }

  @Test
  void a_system_message_does_not_bring_a_deleted_conversation_back() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    bob.deletesConversation(room.id());
    room.tries("PATCH", "", Map.of("name", "New")).isOk();
    assertEquals(0, bob.inbox().conversations().size());
    alice.sends("come back").in(room.id());
    assertEquals(1, bob.inbox().conversations().size());
    assertEquals(List.of("come back"), room.as(bob).texts());
  }

  @Test
  void nobody_can_write_change_or_delete_a_system_message() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    Message created = alice.wholeHistory(room.id()).getFirst();
    alice.deletes("/v1/messages/" + created.id()).isBadRequest();
    alice.deletes("/v1/messages/" + created.id() + "?for=everyone").isBadRequest();
    Answer written =
        alice.posts(room.path("/messages"), Map.of("message_type", "system", "content", "I left"));
    written.isBadRequest();
  }

  @Test
  void a_sentence_uses_the_present_names() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    String before = alice.wholeHistory(room.id()).getFirst().json().path("content").asText();
    assertEquals("alice created the group with bob", before);
    bob.calls("PATCH", "/v1/users/me", Map.of("full_name", "Robert")).isOk();
    String after = alice.wholeHistory(room.id()).getFirst().json().path("content").asText();
    assertEquals("alice created the group with Robert", after);
  }

  @Test
  void the_picture_is_one_address_for_all_and_can_be_removed() {
    GroupRoom room = GroupRoom.of(campus, alice, bob);
    room.tries("PUT", "/avatar", Map.of("avatar_url", "https://example.com/a.png")).isOk();
    assertEquals("https://example.com/a.png", room.as(bob).info().path("avatar_url").asText());
    room.tries("DELETE", "/avatar", null).isOk();
    assertTrue(room.as(bob).info().path("avatar_url").isNull());
    assertEquals(List.of("group_created", "avatar_changed", "avatar_changed"), room.events());
  }
}
