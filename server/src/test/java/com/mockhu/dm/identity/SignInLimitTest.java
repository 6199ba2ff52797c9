package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registrations and sign-ins are counted (behaviour §11.4), and a refusal says for how long. */
class SignInLimitTest {
  private static final String PASSWORD = "correct horse";

  private TestNode node;

  @BeforeEach
  void start() {
    node = TestNode.start();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  /** And waits as long as the answer says, which must be enough. */
  private void isRefused(RestClient.Answer answer, String limit, int quota) {
    answer.isError(429, "rate_limited");
    assertEquals("60", answer.header("Retry-After"));
    assertEquals("\"%s\";q=%d;w=60".formatted(limit, quota), answer.header("RateLimit-Policy"));
    assertEquals("\"%s\";r=0;t=60".formatted(limit), answer.header("RateLimit"));
    node.nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
  }

  @Test
  void guessing_at_one_name_is_stopped_whether_or_not_it_exists() {
    node.register("alice", PASSWORD).is(201);
    for (String name : List.of("alice", "nobody")) {
      for (int guess = 0; guess < 10; guess++) {
        node.login(name, "guess number " + guess).is(401);
      }
      isRefused(node.login(name, PASSWORD), "sign_ins_per_minute", 10);
    }
    node.login("alice", PASSWORD).is(200);
  }

  @Test
  void a_stranger_s_guesses_do_not_lock_the_owner_out() {
    node.register("alice", PASSWORD).is(201);
    RestClient stranger = node.wire.from("127.0.0.2");
    for (int guess = 0; guess < 10; guess++) {
      node.login(stranger, "alice", "guess number " + guess).is(401);
    }
    node.login(stranger, "alice", PASSWORD).isError(429, "rate_limited");
    node.login("alice", PASSWORD).is(200);
  }

  @Test
  void guesses_from_many_addresses_are_answered_ever_more_slowly_whether_or_not_the_name_exists() {
    node.register("alice", PASSWORD).is(201);
    for (String name : List.of("Alice", "nobody")) {
      node.pauses.clear();
      for (int guess = 0; guess < 18; guess++) {
        RestClient stranger = node.wire.from("127.0.1." + (1 + guess % 3));
        node.login(stranger, name, "guess number " + guess).is(401);
      }
      assertEquals(
          List.of(250L, 500L, 1_000L, 2_000L, 4_000L, 4_000L, 4_000L, 4_000L), node.pauses);
      node.nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
    }
    node.login("alice", PASSWORD).is(200);
  }

  @Test
  void right_passwords_slow_nothing_down() {
    node.register("alice", PASSWORD).is(201);
    for (int time = 0; time < 15; time++) {
      node.login(node.wire.from("127.0.2." + (1 + time % 3)), "alice", PASSWORD).is(200);
    }
    assertEquals(List.of(), node.pauses);
  }

  @Test
  void guessing_at_many_names_from_one_address_is_stopped() {
    for (int guess = 0; guess < 30; guess++) {
      node.login("name" + guess, PASSWORD).is(401);
    }
    isRefused(node.login("yetanother", PASSWORD), "sign_ins_per_address_per_minute", 30);
    node.login("yetanother", PASSWORD).is(401);
  }

  @Test
  void registering_many_from_one_address_is_stopped() {
    for (int left = 59; left >= 0; left--) {
      RestClient.Answer answer = node.register("person" + left, PASSWORD).is(201);
      assertTrue(answer.header("RateLimit").contains(";r=" + left + ";"), "left");
    }
    isRefused(node.register("onemore", PASSWORD), "registrations_per_address_per_minute", 60);
    node.register("onemore", PASSWORD).is(201);
  }
}
