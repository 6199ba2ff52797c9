package com.mockhu.dm.scenario.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice blocks Bob. */
class BlockTest extends SharedServerTest {
  static final String BLOCKED = "User has blocked you";
  static final String BLOCKING = "You have blocked this user";

  private Message fromAlice;
  private Message fromBob;
  private String conversation;

  @BeforeEach
  void talkAndBlock() {
    fromAlice = alice.sends("hello bob").to(bob);
    fromBob = bob.sends("hello alice").to(alice);
    conversation = fromAlice.conversation();
    alice.blocks(bob);
  }

  @Test
  void a_blocked_sender_is_refused_and_nothing_is_stored() {
    bob.triesToSend("why?").to(alice).isRefusedBecause(403, "blocked", BLOCKED);
    bob.triesToSend("why?").in(conversation).isRefusedBecause(403, "blocked", BLOCKED);
    assertEquals(List.of("hello alice", "hello bob"), alice.peeksAt(conversation).contents());
  }

  @Test
  void the_blocker_cannot_send_either() {
    alice.triesToSend("and another thing").to(bob).isRefusedBecause(403, "blocked", BLOCKING);
    alice.triesToSend("more").in(conversation).isRefusedBecause(403, "blocked", BLOCKING);
  }

  @Test
  void where_both_block_it_takes_both_to_unblock() {
    bob.blocks(alice);
    alice.unblocks(bob);
    alice.triesToSend("hi").to(bob).isRefusedBecause(403, "blocked", BLOCKED);
    bob.triesToSend("hi").to(alice).isRefusedBecause(403, "blocked", BLOCKING);
    bob.unblocks(alice);
    alice.sends("hi").to(bob);
  }

  @Test
  void the_conversation_leaves_the_inbox_and_totals_of_the_blocked() {
    assertFalse(bob.inbox().has(alice));
    assertEquals(0, bob.inbox().total());
    assertEquals(0, bob.inbox().totalUnread());
    JsonNode count = bob.gets("/v1/conversations/unread-count").isOk();
    assertEquals(0, count.path("total_unread").asInt());
    assertEquals(0, count.path("unread_conversations").asInt());
    assertEquals(List.of(), bob.inbox("unread_only=true").conversations());
  }

  @Test
  void the_blocked_reads_nothing_of_it() {
    String path = "/v1/conversations/" + conversation;
    bob.gets(path).isRefused(403, "blocked");
    bob.gets(path + "/messages").isRefused(403, "blocked");
    bob.posts(path + "/read").isRefused(403, "blocked");
    bob.triesToRead(fromAlice).isRefused(403, "blocked");
    assertEquals("sent", alice.peeksAt(conversation).get(fromAlice).status());
  }

  @Test
  void a_sync_of_the_blocked_shows_nothing_of_it() {
    String text = bob.gets("/v1/sync").text();
    assertFalse(text.contains("hello"), text);
    assertTrue(bob.syncs(null).conversations().isEmpty());
  }

  @Test
  void the_blocker_still_reads_it() {
    assertTrue(
        alice.gets("/v1/conversations/" + conversation).isOk().path("is_blocked").asBoolean());
    assertEquals(2, alice.history(conversation, "").messages().size());
    assertEquals(0, alice.inbox().with(bob).unread());
    alice.opensConversationWith(bob);
  }

  @Test
  void the_blocked_cannot_open_it_again() {
    bob.triesToOpenConversationWith(alice).isRefusedBecause(403, "blocked", BLOCKED);
  }

  @Test
  void neither_opens_a_new_one() {
    alice.blocks(carol);
    alice.triesToOpenConversationWith(carol).isRefusedBecause(403, "blocked", BLOCKING);
    carol.triesToOpenConversationWith(alice).isRefusedBecause(403, "blocked", BLOCKED);
  }

  @Test
  void can_message_tells_each_why_not() {
    assertFalse(bob.canMessage(alice).path("can_message").asBoolean(true));
    assertEquals(BLOCKED, bob.canMessage(alice).path("reason").asText());
    assertFalse(alice.canMessage(bob).path("can_message").asBoolean(true));
    assertEquals(BLOCKING, alice.canMessage(bob).path("reason").asText());
  }

  @Test
  void deleting_ones_own_is_for_the_blocker_alone() {
    assertEquals(403, bob.deletes("/v1/messages/" + fromBob.id()).status());
    assertEquals(403, bob.deletes("/v1/messages/" + fromBob.id() + "?for=everyone").status());
    alice.deletesForEveryone(fromAlice);
    alice.unblocks(bob);
    assertTrue(bob.peeksAt(conversation).get(fromAlice).isDeleted());
    assertEquals("hello alice", bob.peeksAt(conversation).get(fromBob).content());
  }

  @Test
  void unblocking_restores_everything() {
    alice.unblocks(bob);

    assertEquals(conversation, bob.inbox().with(alice).id());
    assertEquals(1, bob.inbox().totalUnread());
    assertEquals(List.of("hello alice", "hello bob"), bob.peeksAt(conversation).contents());
    assertTrue(bob.canMessage(alice).path("can_message").asBoolean());
    assertTrue(bob.canMessage(alice).path("reason").isNull());
    assertEquals(3, bob.sends("thanks").to(alice).seq());
    assertEquals(4, alice.sends("sorry").to(bob).seq());
  }

  @Test
  void blocking_and_unblocking_twice_are_fine() {
    alice.blocks(bob);
    assertEquals(1, Json.list(alice.gets("/v1/users/blocked").isOk().path("blocked_users")).size());
    alice.unblocks(bob);
    alice.unblocks(bob);
    bob.sends("thanks").to(alice);
  }

  @Test
  void the_list_of_the_blocked_names_them_to_the_blocker_alone() {
    JsonNode entry = alice.gets("/v1/users/blocked").isOk().at("/blocked_users/0");
    assertEquals(bob.id(), entry.path("id").asText());
    assertEquals(bob.username(), entry.path("username").asText());
    assertTrue(entry.hasNonNull("blocked_at"));
    assertEquals(0, bob.gets("/v1/users/blocked").isOk().path("blocked_users").size());
  }

  @Test
  void the_blocked_finds_the_blocker_neither_by_search_nor_online() {
    // Others of this server may have a name that begins alike.
    JsonNode found = bob.gets("/v1/users?query=" + alice.username()).isOk().path("users");
    assertFalse(found.findValuesAsText("id").contains(alice.id().toString()));
    alice.connects();
    JsonNode seen = bob.gets("/v1/users/" + alice.id()).isOk();
    assertFalse(seen.path("is_online").asBoolean(true));
    assertTrue(seen.path("last_seen").isNull());
  }

  @Test
  void nobody_blocks_oneself_or_nobody() {
    alice.posts("/v1/users/" + alice.id() + "/block").isRefused(400, "invalid_request");
    alice.posts("/v1/users/" + UUID.randomUUID() + "/block").isRefused(404, "not_found");
  }

  @Test
  void a_reason_may_be_given_and_is_never_told() {
    alice.posts("/v1/users/" + carol.id() + "/block", Map.of("reason", "adverts")).isOk();
    assertFalse(carol.canMessage(alice).toString().contains("adverts"));
  }
}
