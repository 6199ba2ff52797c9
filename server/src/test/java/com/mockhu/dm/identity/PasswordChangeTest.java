package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new password, chosen by its owner or set by the operator (behaviour §2.20). */
class PasswordChangeTest {
  private static final String OLD = "correct horse battery";
  private static final String NEW = "another staple entirely";

  private static final String WAITING =
      """
      pg_locks WHERE NOT granted AND pid IN (
        SELECT pid FROM pg_stat_activity WHERE datname = current_database())
      """;

  private TestNode node;
  private RestClient.Answer phone;
  private RestClient.Answer laptop;

  @BeforeEach
  void start() {
    node = TestNode.start();
    phone = node.register("maya", OLD).is(201);
    laptop = node.login("maya", OLD).is(200);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private RestClient.Answer change(RestClient from, String token, String current, String chosen) {
    return from.send(
        "PUT",
        "/v1/users/me/password",
        token,
        "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, chosen));
  }

  private RestClient.Answer change(String current, String chosen) {
    return change(node.wire, phone.text("/access_token"), current, chosen);
  }

  @Test
  void a_new_password_ends_all_other_sessions() {
    change(OLD, NEW).is(200);
    node.wire.get("/v1/users/me", phone.text("/access_token")).is(200);
    node.refresh(phone.text("/refresh_token")).is(200);
    node.wire.get("/v1/users/me", laptop.text("/access_token")).isError(401, "unauthorized");
    node.refresh(laptop.text("/refresh_token")).isError(401, "unauthorized");
    node.login("maya", OLD).isError(401, "unauthorized");
    node.login("maya", NEW).is(200);
    assertTrue(node.listener.heard.contains("signed out elsewhere " + phone.text("/user/id")));
  }

  @Test
  void a_sign_in_by_the_old_password_that_was_under_way_opens_nothing() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<RestClient.Answer> late =
          node.database.transaction(
              t -> {
                t.update("UPDATE passwords SET hash = 'new'");
                Future<RestClient.Answer> begun = threads.submit(() -> node.login("maya", OLD));
                Patience.until("the sign-in waits", () -> node.count(WAITING) > 0);
                return begun;
              });
      Together.result(late).isError(401, "unauthorized");
    }
    assertEquals(2, node.count("sessions"));
  }

  @Test
  void a_wrong_current_password_changes_nothing() {
    change("not her password", NEW).isError(401, "unauthorized");
    change(OLD, "short").isError(400, "invalid_request");
    node.wire
        .send("PUT", "/v1/users/me/password", phone.text("/access_token"), "{}")
        .isError(400, "invalid_request");
    node.wire.get("/v1/users/me", laptop.text("/access_token")).is(200);
    node.login("maya", OLD).is(200);
  }

  @Test
  void whoever_has_only_a_token_cannot_guess_the_password_faster_than_at_the_sign_in() {
    for (int guess = 0; guess < 8; guess++) {
      change("guess number " + guess, NEW).isError(401, "unauthorized");
    }
    // Her own sign-in above and these count together.
    node.login("maya", "guess number 9").isError(401, "unauthorized");
    change(OLD, NEW).isError(429, "rate_limited");
    RestClient elsewhere = node.wire.from("127.0.0.2");
    change(elsewhere, phone.text("/access_token"), OLD, NEW).is(200);
  }

  @Test
  void someone_the_host_brought_without_a_password_cannot_choose_one_by_a_token() {
    String his = node.minted(node.person("jonas", "Jonas"));
    change(node.wire, his, "", NEW).isError(401, "unauthorized");
  }

  @Test
  void the_operator_sets_a_password_and_all_sessions_end() {
    String id = phone.text("/user/id");
    node.admin("PUT", "/users/" + id + "/password", "{\"password\":\"" + NEW + "\"}").is(200);
    node.wire.get("/v1/users/me", phone.text("/access_token")).isError(401, "unauthorized");
    node.refresh(laptop.text("/refresh_token")).isError(401, "unauthorized");
    node.login("maya", OLD).isError(401, "unauthorized");
    node.login("maya", NEW).is(200);
    node.admin("PUT", "/users/" + id + "/password", "{\"password\":\"short\"}")
        .isError(400, "invalid_request");
    node.admin("PUT", "/users/" + id + "/password", "{}").isError(400, "invalid_request");
    String nobody = "/users/" + UUID.randomUUID() + "/password";
    node.admin("PUT", nobody, "{\"password\":\"" + NEW + "\"}").isError(404, "not_found");
  }

  @Test
  void in_the_external_mode_there_are_no_passwords_here() {
    try (TestNode external = new TestNode(node.url, Map.of("DM_IDENTITY", "external"))) {
      String id = phone.text("/user/id");
      change(external.wire, external.minted(id), OLD, NEW).isError(403, "forbidden");
      external
          .admin("PUT", "/users/" + id + "/password", "{\"password\":\"" + NEW + "\"}")
          .isError(403, "forbidden");
    }
    assertEquals(200, node.login("maya", OLD).response().statusCode());
  }
}
