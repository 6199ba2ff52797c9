package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final String PASSWORD = "correct horse battery";
  private TestNode node;

  @BeforeEach
  void start() {
    node = TestNode.start();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void alice_registers_and_is_signed_in() {
    RestClient.Answer answer = node.register("Alice.W", PASSWORD).is(201);
    assertEquals("alice.w", answer.text("/user/username"));
    assertEquals("Somebody", answer.text("/user/full_name"));
    assertTrue(answer.data().at("/user/avatar_url").isNull());
    assertEquals("Bearer", answer.text("/token_type"));
    assertEquals(900, answer.data().get("expires_in").intValue());
    RestClient.Answer me = node.wire.get("/v1/users/me", answer.text("/access_token")).is(200);
    assertEquals(answer.text("/user/id"), me.text("/id"));
    assertEquals(List.of("created " + me.text("/id")), node.listener.heard);
  }

  @Test
  void a_username_is_taken_whatever_the_case() {
    node.register("alice", PASSWORD).is(201);
    node.register("ALICE", PASSWORD).isError(409, "username_taken");
  }

  @Test
  void of_many_who_race_for_a_username_one_gets_it() throws Exception {
    List<Integer> statuses =
        inParallel(8, () -> node.register("alice", PASSWORD).response().statusCode());
    assertEquals(1, statuses.stream().filter(status -> status == 201).count());
    assertEquals(7, statuses.stream().filter(status -> status == 409).count());
    assertEquals(1, node.count("users"));
    assertEquals(1, node.count("sessions"));
  }

  @Test
  void bad_registrations_are_refused_and_nothing_is_stored() {
    for (String username :
        List.of("al", "a".repeat(33), "al ice", "al-ice", "ålice", "K\\u212A1")) {
      node.register(username, PASSWORD).isError(400, "invalid_request");
    }
    node.register("alice", "short78").isError(400, "invalid_request");
    node.register("alice", "x".repeat(1_001)).isError(400, "invalid_request");
    node.register("alice", "lone \\ud800 half").isError(400, "invalid_request");
    assertEquals(0, node.count("users"));
  }

  @Test
  void the_thousandth_character_of_a_password_counts() {
    String start = "x".repeat(999);
    node.register("alice", start + "y").is(201);
    node.login("alice", start + "y").is(200);
    node.login("alice", start + "z").isError(401, "unauthorized");
    node.login("alice", start).isError(401, "unauthorized");
  }

  @Test
  void a_password_of_eight_characters_that_are_not_latin_is_long_enough() {
    node.register("alice", "😀".repeat(8)).is(201);
    node.register("bob", "😀".repeat(7)).isError(400, "invalid_request");
  }

  @Test
  void alice_signs_in_whatever_the_case_of_her_name() {
    String id = node.register("alice", PASSWORD).text("/user/id");
    assertEquals(id, node.login("AliCe", PASSWORD).is(200).text("/user/id"));
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    node.register("alice", PASSWORD).is(201);
    node.person("pushed", "Pushed by the host, without a password");
    RestClient.Answer wrong = node.login("alice", "not her password").isError(401, "unauthorized");
    assertEquals("Bearer", wrong.header("WWW-Authenticate"));
    for (String other : List.of("nobody", "pushed", "not a name at all \\u0000", "")) {
      assertEquals(wrong.body(), node.login(other, "not her password").is(401).body());
    }
  }

  @Test
  void a_refresh_gives_new_tokens_and_uses_the_old_one_up() {
    RestClient.Answer first = node.register("alice", PASSWORD).is(201);
    RestClient.Answer second = node.refresh(first.text("/refresh_token")).is(200);
    assertNotEquals(first.text("/refresh_token"), second.text("/refresh_token"));
    assertEquals(first.text("/user/id"), second.text("/user/id"));
    node.wire.get("/v1/users/me", second.text("/access_token")).is(200);
    node.clock.advance(Duration.ofDays(29));
    node.refresh(second.text("/refresh_token")).is(200);
  }

  @Test
  void a_refresh_token_that_is_used_again_ends_the_session_at_once() {
    RestClient.Answer first = node.register("alice", PASSWORD).is(201);
    RestClient.Answer second = node.refresh(first.text("/refresh_token")).is(200);
    node.refresh(first.text("/refresh_token")).isError(401, "unauthorized");
    node.refresh(second.text("/refresh_token")).isError(401, "unauthorized");
    node.wire.get("/v1/users/me", first.text("/access_token")).isError(401, "unauthorized");
    node.wire.get("/v1/users/me", second.text("/access_token")).isError(401, "unauthorized");
    assertTrue(node.listener.heard.contains("signed out " + first.text("/user/id")));
  }

  @Test
  void an_older_token_of_the_family_that_comes_back_much_later_ends_the_session_too() {
    RestClient.Answer first = node.register("alice", PASSWORD).is(201);
    RestClient.Answer second = node.refresh(first.text("/refresh_token")).is(200);
    RestClient.Answer third = node.refresh(second.text("/refresh_token")).is(200);
    node.clock.advance(Duration.ofDays(20));
    node.refresh(first.text("/refresh_token")).isError(401, "unauthorized");
    node.refresh(third.text("/refresh_token")).isError(401, "unauthorized");
    assertEquals(0, node.count("refresh_tokens"));
  }

  @Test
  void another_session_survives_the_end_of_the_first() {
    RestClient.Answer phone = node.register("alice", PASSWORD).is(201);
    RestClient.Answer laptop = node.login("alice", PASSWORD).is(200);
    node.wire.post("/v1/auth/logout", phone.text("/access_token")).is(200);
    node.wire.get("/v1/users/me", laptop.text("/access_token")).is(200);
    node.refresh(laptop.text("/refresh_token")).is(200);
  }

  @Test
  void of_refreshes_that_race_one_is_answered_and_the_others_end_the_session() throws Exception {
    for (int race = 0; race < 5; race++) {
      String token = node.register("alice" + race, PASSWORD).text("/refresh_token");
      List<RestClient.Answer> answers = inParallel(4, () -> node.refresh(token));
      List<RestClient.Answer> won =
          answers.stream().filter(a -> a.response().statusCode() == 200).toList();
      assertEquals(1, won.size());
      assertEquals(3, answers.stream().filter(a -> a.response().statusCode() == 401).count());
      node.wire.get("/v1/users/me", won.getFirst().text("/access_token")).is(401);
      node.refresh(won.getFirst().text("/refresh_token")).isError(401, "unauthorized");
    }
    assertEquals(0, node.count("sessions"));
  }

  @Test
  void an_old_or_invented_refresh_token_is_refused() {
    String token = node.register("alice", PASSWORD).text("/refresh_token");
    node.refresh("invented").isError(401, "unauthorized");
    node.wire.send("POST", "/v1/auth/refresh", null, "{}").isError(400, "invalid_request");
    node.clock.advance(Duration.ofDays(30));
    node.refresh(token).isError(401, "unauthorized");
  }

  @Test
  void expired_sessions_are_cleared_away_by_later_sign_ins() {
    node.register("alice", PASSWORD).is(201);
    node.clock.advance(Duration.ofDays(31));
    node.login("alice", PASSWORD).is(200);
    assertEquals(1, node.count("sessions"));
    assertEquals(1, node.count("refresh_tokens"));
  }

  @Test
  void signing_out_ends_all_tokens_of_the_session_at_once() {
    RestClient.Answer alice = node.register("alice", PASSWORD).is(201);
    node.wire.get("/v1/users/me", alice.text("/access_token")).is(200);
    node.wire.post("/v1/auth/logout", alice.text("/access_token")).is(200);
    node.wire.get("/v1/users/me", alice.text("/access_token")).isError(401, "unauthorized");
    node.refresh(alice.text("/refresh_token")).isError(401, "unauthorized");
    assertTrue(node.listener.heard.contains("signed out " + alice.text("/user/id")));
  }

  @Test
  void signing_out_with_a_refresh_token_ends_that_session_too_but_nobody_else_s() {
    RestClient.Answer alice = node.register("alice", PASSWORD).is(201);
    RestClient.Answer laptop = node.login("alice", PASSWORD).is(200);
    RestClient.Answer bob = node.register("bob", PASSWORD).is(201);
    String both = "{\"refresh_token\":\"%s\"}";
    node.wire
        .send(
            "POST",
            "/v1/auth/logout",
            alice.text("/access_token"),
            both.formatted(laptop.text("/refresh_token")))
        .is(200);
    node.refresh(laptop.text("/refresh_token")).is(401);
    node.wire
        .send(
            "POST",
            "/v1/auth/logout",
            node.minted(alice.text("/user/id")),
            both.formatted(bob.text("/refresh_token")))
        .is(200);
    node.refresh(bob.text("/refresh_token")).is(200);
  }

  @Test
  void a_sign_out_on_one_node_is_known_on_another_that_has_not_asked_before() {
    try (TestNode other = new TestNode(node.url, Map.of())) {
      RestClient.Answer alice = node.register("alice", PASSWORD).is(201);
      node.wire.post("/v1/auth/logout", alice.text("/access_token")).is(200);
      other.wire.get("/v1/users/me", alice.text("/access_token")).isError(401, "unauthorized");
    }
  }

  @Test
  void in_the_external_mode_nobody_signs_in_here() {
    try (TestNode external = new TestNode(node.url, Map.of("DM_IDENTITY", "external"))) {
      external.register("alice", PASSWORD).isError(403, "forbidden");
      external.login("alice", PASSWORD).isError(403, "forbidden");
      external.refresh("token").isError(403, "forbidden");
    }
    assertFalse(node.count("users") > 0);
    assertNull(node.wire.get("/v1/users/me", null).is(401).header("RateLimit"));
  }

  private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (var future : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
        results.add(future.get());
      }
      return results;
    }
  }
}
