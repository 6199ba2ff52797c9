package com.mockhu.dm.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.identity.RestClient;
import com.mockhu.dm.identity.TestNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountDeletionTest {
  private TestNode node;
  private UUID alice;
  private UUID bob;
  private RestClient.Answer signedIn;

  @BeforeEach
  void start() {
    node = TestNode.start();
    signedIn = node.register("alice", "the password of alice").is(201);
    alice = UUID.fromString(signedIn.text("/user/id"));
    bob = node.person("bob", "Bob");
    node.wire.post("/v1/users/" + bob + "/follow", node.minted(alice)).is(200);
    node.wire.post("/v1/users/" + alice + "/follow", node.minted(bob)).is(200);
    node.wire.post("/v1/ws/ticket", signedIn.text("/access_token")).is(200);
    node.listener.heard.clear();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private RestClient.Answer deleteAlice() {
    return node.wire.delete("/v1/admin/users/" + alice, node.service());
  }

  @Test
  void nothing_of_alice_stays() {
    deleteAlice().is(200);
    assertEquals(1, node.count("users"));
    for (String table : List.of("follows", "sessions", "refresh_tokens", "socket_tickets")) {
      assertEquals(0, node.count(table), table);
    }
    assertEquals(0, node.count("user_words WHERE word LIKE 'alice%'"));
  }

  @Test
  void her_tokens_of_all_kinds_are_refused_at_once() {
    node.wire.get("/v1/users/me", signedIn.text("/access_token")).is(200);
    deleteAlice().is(200);
    node.wire.get("/v1/users/me", signedIn.text("/access_token")).isError(401, "unauthorized");
    node.wire.get("/v1/users/me", node.minted(alice)).isError(401, "unauthorized");
    node.refresh(signedIn.text("/refresh_token")).isError(401, "unauthorized");
    node.login("alice", "the password of alice").isError(401, "unauthorized");
    node.wire.get("/v1/users/" + alice, node.minted(bob)).isError(404, "not_found");
  }

  @Test
  void other_features_are_told_before_and_after() {
    deleteAlice().is(200);
    assertEquals(List.of("deleting " + alice, "deleted " + alice), node.listener.heard);
  }

  @Test
  void a_feature_that_cannot_remove_its_part_keeps_the_whole() {
    node.listener.failsDeletions = true;
    deleteAlice().isError(500, "internal_error");
    assertEquals(2, node.count("users"));
    assertEquals(List.of("deleting " + alice), node.listener.heard);
    node.wire.get("/v1/users/me", signedIn.text("/access_token")).is(200);
  }

  @Test
  void deleting_twice_or_nobody_is_fine() {
    deleteAlice().is(200);
    node.listener.heard.clear();
    deleteAlice().is(200);
    assertTrue(node.listener.heard.isEmpty());
    node.wire.delete("/v1/admin/users/x", node.service()).isError(400, "invalid_request");
  }

  @Test
  void the_name_is_free_again() {
    deleteAlice().is(200);
    node.register("alice", "another person's password").is(201);
  }
}
