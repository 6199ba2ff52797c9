package com.mockhu.dm.scenario.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both have sockets open when Alice blocks Bob. */
class BlockOnSocketTest extends SharedServerTest {
  private Message hi;
  private Socket alices;
  private Socket bobs;

  @BeforeEach
  void talk() {
    hi = alice.sends("hi").to(bob);
    alices = alice.connects();
    bobs = bob.connects();
    alices.awaits("user_status", f -> f.at("/data/is_online").asBoolean());
  }

  @Test
  void a_block_takes_effect_on_sockets_that_are_open() {
    alice.blocks(bob);

    JsonNode refused = bobs.awaitsError(bobs.sends("why?", hi.conversation()), "blocked");
    assertTrue(refused.path("message").asText().contains(BlockTest.BLOCKED));
    refused = alices.awaitsError(alices.sends("so", hi.conversation()), "blocked");
    assertTrue(refused.path("message").asText().contains(BlockTest.BLOCKING));
    assertEquals(List.of("hi"), alice.peeksAt(hi.conversation()).contents());
  }

  @Test
  void every_other_frame_about_it_is_refused_or_silent() {
    alice.blocks(bob);

    String read = bobs.says("read", Map.of("message_id", hi.id()));
    bobs.awaitsError(read, "blocked");
    bobs.types(hi.conversation(), true);
    alices.types(hi.conversation(), true);
    bobs.fence();
    alices.fence();
    alices.hasNo("user_typing");
    bobs.hasNo("user_typing");
    alices.hasNo("message_read");
  }

  @Test
  void the_blocked_sees_the_conversation_go_and_come_back() {
    alice.blocks(bob);
    bobs.awaits("conversation_updated", f -> isGone(f) && isAbout(hi, f));
    alice.unblocks(bob);
    bobs.awaits("conversation_updated", f -> !isGone(f) && isAbout(hi, f));
  }

  private static boolean isGone(JsonNode frame) {
    return frame.at("/data/is_deleted").asBoolean();
  }

  private static boolean isAbout(Message message, JsonNode frame) {
    return frame.at("/data/id").asText().equals(message.conversation());
  }

  @Test
  void the_blockers_devices_learn_of_the_block_and_the_blocked_does_not() {
    alice.blocks(bob);
    JsonNode told = alices.awaits("blocked");
    assertEquals(bob.id(), told.at("/data/user_id").asText());
    assertTrue(told.at("/data/is_blocked").asBoolean());
    bobs.hasNo("blocked");

    alice.unblocks(bob);
    assertFalse(alices.awaits("blocked").at("/data/is_blocked").asBoolean(true));
  }

  @Test
  void neither_learns_of_the_others_comings_and_goings() {
    alice.blocks(bob);
    // The block itself looks like going, once; after it there is nothing more to see.
    assertTrue(
        alices
            .awaits("user_status", f -> !f.at("/data/is_online").asBoolean())
            .at("/data/last_seen")
            .isNull());
    alice.connects(com.mockhu.dm.support.person.Dial.withHeader(alice.token()));
    bobs.leaves();
    Socket again = bob.connects();
    alices.hasNo("user_status", f -> f.at("/data/user_id").asText().equals(bob.id()));
    alices.leaves();
    again.hasNo(
        "user_status",
        f ->
            f.at("/data/user_id").asText().equals(alice.id())
                && f.at("/data/is_online").asBoolean());
  }

  @Test
  void at_the_block_the_blocker_looks_offline() {
    alice.blocks(bob);
    assertFalse(bob.gets("/v1/users/" + alice.id()).isOk().path("is_online").asBoolean(true));
    alice.unblocks(bob);
    assertTrue(bob.gets("/v1/users/" + alice.id()).isOk().path("is_online").asBoolean());
  }

  @Test
  void a_sync_tells_the_blocked_that_it_is_gone_and_the_blocker_of_the_block() {
    String bobsCursor = bob.syncs(null).cursor();
    String alicesCursor = alice.syncs(null).cursor();
    alice.blocks(bob);

    SyncPage page = bob.syncs(bobsCursor);
    assertTrue(page.conversations().getFirst().path("is_deleted").asBoolean());
    assertEquals(List.of(), page.messages());
    assertEquals(List.of(), page.blocks());
    JsonNode block = alice.syncs(alicesCursor).blocks().getFirst();
    assertEquals(bob.id(), block.path("user_id").asText());
    assertTrue(block.path("is_blocked").asBoolean());
  }

  @Test
  void a_sync_after_the_unblocking_restores_the_conversation_with_its_messages() {
    alice.blocks(bob);
    String cursor = bob.syncs(null).cursor();
    alice.unblocks(bob);

    SyncPage page = bob.syncs(cursor);
    assertEquals(hi.conversation(), page.conversations().getLast().path("id").asText());
    assertEquals(List.of("hi"), page.contents());
  }
}
