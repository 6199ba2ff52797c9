package com.mockhu.dm.scenario.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.app.Cluster;
import com.mockhu.dm.app.Timers;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.SteppedTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two servers that share a bus: Alice is at one, Bob at the other. The heartbeat never fires, so
 * every frame that arrives came by a hint.
 */
class NeighboursTest extends SeveralServersTest {
  private final SteppedTime time = new SteppedTime();

  @Override
  List<Campus> starts() {
    String database = TestCluster.createDatabase();
    Cluster cluster = new Cluster();
    return List.of(
        Campus.on(database, cluster, new Timers(time, new SteppedTime())),
        Campus.on(database, cluster, new Timers(time, new SteppedTime())));
  }

  @Test
  void a_message_reaches_the_other_server_s_sockets_at_once() {
    Socket bobs = bob.connects();
    alice.sends("hi").to(bob);
    bobs.awaitsMessage("hi");
    bob.sends("hello").to(alice);
    alice.connects().fence();
  }

  @Test
  void typing_is_seen_at_the_other_server_and_ends_with_the_message() {
    String conversation = alice.sends("hi").to(bob).conversation();
    Socket alices = alice.connects();
    Socket bobs = bob.connects();
    alices.types(conversation, true);
    bobs.awaits("user_typing", f -> f.at("/data/is_typing").asBoolean());
    alice.sends("there").to(bob);
    bobs.awaits("user_typing", f -> !f.at("/data/is_typing").asBoolean());
  }

  @Test
  void a_disabled_account_loses_its_sockets_at_every_server() {
    Socket here = bob.connects();
    Socket there = bob.at(north).connects();
    north.pushes("POST", "/users/" + bob.id() + "/disable", null).isOk();
    assertEquals(4501, here.closeCode());
    assertEquals(4501, there.closeCode());
    assertEquals(401, Dial.withHeader(bob.token()).refusal(bob));
  }

  @Test
  void a_deleted_account_loses_its_sockets_at_every_server() {
    Socket here = bob.connects();
    north.pushes("DELETE", "/users/" + bob.id(), null);
    assertEquals(4501, here.closeCode());
    assertTrue(bob.gets("/v1/conversations").status() == 401);
  }

  @Test
  void an_ended_session_loses_its_sockets_at_every_server() {
    Map<String, String> form =
        Map.of("username", "dora", "full_name", "Dora", "password", "correct horse");
    JsonNode session = north.http().send("POST", "/v1/auth/register", null, form).isCreated();
    String token = session.path("access_token").asText();
    Socket here = alice.connects(Dial.withHeader(token));
    Socket there = alice.at(south).connects(Dial.withHeader(token));
    south.http().send("POST", "/v1/auth/logout", token, Map.of()).isOk();
    assertEquals(4401, here.closeCode());
    assertEquals(4401, there.closeCode());
  }

  @Test
  void a_person_is_online_at_both_servers_and_hides_at_both() {
    alice.sends("hi").to(bob);
    Socket bobs = bob.connects();
    bobs.fence();
    alice.connects().fence();
    bobs.awaits(
        "user_status",
        f ->
            f.at("/data/user_id").asText().equals(alice.id())
                && f.at("/data/is_online").asBoolean());
    assertTrue(bob.inbox().with(alice).participant().path("is_online").asBoolean());
    bob.blocks(alice);
    bobs.awaits(
        "user_status",
        f ->
            f.at("/data/user_id").asText().equals(alice.id())
                && !f.at("/data/is_online").asBoolean());
  }
}
