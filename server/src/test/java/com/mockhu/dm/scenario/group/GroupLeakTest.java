package com.mockhu.dm.scenario.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a group says to those who are out of it, on every surface. */
class GroupLeakTest extends CampusTest {
  private static final String SECRET = "the secret of the group";

  private GroupRoom room;
  private Message early;
  private Message late;
  private String cursorOfFormer;

  /** Bob was a member until the secret came, and Carol is one only since. Dora is just invited. */
  private Person dora() {
    room = GroupRoom.of(campus, alice, bob);
    early = alice.sends("early " + SECRET).in(room.id());
    cursorOfFormer = bob.syncs(null).cursor();
    room.removes(bob);
    late = alice.sends("late " + SECRET).in(room.id());
    Person dora = campus.welcomes("dora");
    room.adds(dora);
    GroupRoom.letsAll(campus, carol);
    room.adds(carol);
    return dora;
  }

  @Test
  void no_route_tells_a_former_or_an_invited_person_anything() {
    Person dora = dora();
    for (Person person : List.of(bob, dora)) {
      for (String path :
          List.of("", "/messages", "/members", "/bans", "/invitations", "/invite-links")) {
        person.gets(room.path(path)).isRefused(403, "not_participant");
      }
      person.gets("/v1/messages/" + late.id() + "/receipts").isRefused(403, "not_participant");
      person.triesToRead(late).isRefused(403, "not_participant");
      person.deletes("/v1/messages/" + early.id()).isRefused(403, "not_participant");
      person.posts(room.path("/leave"));
      person
          .calls("PUT", room.path("/members/" + alice.id()), Map.of("role", "member"))
          .isRefused(403, "not_participant");
    }
  }

  @Test
  void sync_resume_and_inbox_hold_nothing_that_a_person_may_not_see() {
    Person dora = dora();
    for (Person person : List.of(bob, carol, dora)) {
      String fresh = person.gets("/v1/sync").isOk().toString();
      String inbox = person.gets("/v1/conversations").isOk().toString();
      assertFalse(fresh.contains(SECRET), fresh);
      assertFalse(inbox.contains(SECRET), inbox);
    }
    String changes = bob.gets("/v1/sync?cursor=" + cursorOfFormer).isOk().toString();
    assertFalse(changes.contains(SECRET), changes);
    Socket resumed = bob.connects(Dial.withHeader(bob.token()).resuming(cursorOfFormer));
    resumed.awaits("caught_up");
    resumed.hasNo("new_message", f -> f.toString().contains(SECRET));
  }

  @Test
  void a_socket_that_was_open_gets_nothing_after_the_removal() {
    GroupRoom open = GroupRoom.of(campus, alice, bob);
    Socket ofBob = bob.connects();
    open.removes(bob);
    alice.sends("after " + SECRET).in(open.id());
    alice.connects().types(open.id(), true);
    ofBob.hasNo("new_message", f -> f.toString().contains(SECRET));
    ofBob.hasNo("user_typing");
  }

  @Test
  void a_new_member_sees_neither_older_messages_nor_their_receipts() {
    dora();
    JsonNode page = carol.gets(room.path("/messages?mark_read=false")).isOk();
    assertFalse(page.toString().contains(SECRET));
    assertTrue(page.path("messages").size() > 0);
    carol.triesToRead(late).isRefused(404, "not_found");
    assertEquals(0, carol.inbox().totalUnread());
  }
}
