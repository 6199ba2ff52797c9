package com.mockhu.dm.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.identity.RestClient;
import com.mockhu.dm.identity.TestNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static TestNode node;
  private UUID alice;
  private String hers;

  @BeforeAll
  static void start() {
    node = TestNode.start();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void begin() {
    String username = "a" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    alice = node.person(username, "Alice");
    hers = node.minted(alice);
    node.listener.heard.clear();
  }

  private RestClient.Answer rename(String jsonName) {
    return node.wire.send("PATCH", "/v1/users/me", hers, "{\"full_name\":" + jsonName + "}");
  }

  private RestClient.Answer avatar(String json) {
    return node.wire.send("PUT", "/v1/users/me/avatar", hers, "{\"avatar_url\":" + json + "}");
  }

  private RestClient.Answer settings(String json) {
    return node.wire.send("PATCH", "/v1/users/me/settings", hers, json);
  }

  @Test
  void alice_changes_her_name_and_sees_it_at_once() {
    assertEquals("Alice <b> W", rename("\"Alice <b> W\"").is(200).text("/full_name"));
    RestClient.Answer me = node.wire.get("/v1/users/me", hers).is(200);
    assertEquals("Alice <b> W", me.text("/full_name"));
    assertTrue(me.response().body().contains("\\u003C"), me.response().body());
    assertEquals(List.of("profile " + alice), node.listener.heard);
  }

  @Test
  void a_name_of_300_arabic_letters_is_kept_and_found() {
    String name = "م".repeat(300);
    assertEquals(name, rename("\"" + name + "\"").is(200).text("/full_name"));
    RestClient.Answer found = node.wire.get("/v1/users?query=%D9%85%D9%85", hers).is(200);
    assertEquals(alice.toString(), found.text("/users/0/id"));
    rename("\"" + name + "م\"").isError(400, "invalid_request");
    rename("\"" + "😀".repeat(300) + "\"").is(200);
    rename("\"" + "😀".repeat(301) + "\"").isError(400, "invalid_request");
  }

  @Test
  void names_that_are_no_text_are_refused() {
    for (String bad :
        List.of("\"\"", "\"  \"", "\"a\\u0000b\"", "\"a\\nb\"", "\"\\ud83d\"", "5", "[]", "true")) {
      rename(bad).isError(400, "invalid_request");
    }
    rename("null").is(400);
    assertEquals(
        "Alice", node.wire.send("PATCH", "/v1/users/me", hers, "{}").is(200).text("/full_name"));
  }

  @Test
  void invisible_names_and_marks_of_direction_are_refused_and_real_names_are_not() {
    for (String bad :
        List.of(
            "\\u200b",
            "\\u3164",
            "\\u2800\\u00a0",
            "\\u0301",
            "\\u200d",
            "Alice\\u202e",
            "\\u2066Alice",
            "Ali\\u200fce",
            "Al\\u00adice",
            "A\\u2028B")) {
      rename("\"" + bad + "\"").isError(400, "invalid_request");
    }
    for (String good :
        List.of(
            "علی\u200cرضا",
            "👩\u200d👩\u200d👧",
            "❤\ufe0f Rosa",
            "J\u0323o",
            "🏴\udb40\udc67\udb40\udc7f",
            "O’Brien-Łuk")) {
      assertEquals(good, rename("\"" + good + "\"").is(200).text("/full_name"), good);
    }
  }

  @Test
  void a_name_that_is_the_same_is_no_change() {
    rename("\"Alice\"").is(200);
    assertEquals(List.of(), node.listener.heard);
  }

  @Test
  void changes_of_a_profile_are_limited() {
    for (int time = 0; time < 20; time++) {
      rename("\"Alice the " + time + "th\"").is(200);
    }
    rename("\"Alice once more\"").isError(429, "rate_limited");
    avatar("null").isError(429, "rate_limited");
  }

  @Test
  void alice_sets_and_clears_her_avatar() {
    for (String good : List.of("/avatars/a.jpg", "https://cdn.example/a.png?x=1", "HTTP://h/a")) {
      assertEquals(good, avatar("\"" + good + "\"").is(200).text("/avatar_url"));
    }
    assertTrue(avatar("null").is(200).data().get("avatar_url").isNull());
    assertEquals(4, node.listener.heard.size());
  }

  @Test
  void an_avatar_that_could_do_harm_is_refused() {
    for (String bad :
        List.of(
            "javascript:alert(1)",
            "data:image/png;base64,AA==",
            "//evil.example/a.png",
            "/\\\\evil.example/a.png",
            "avatars/a.jpg",
            "ftp://h/a",
            "http:///nohost",
            "/a b",
            "/a\\u0000",
            "/" + "a".repeat(4_096))) {
      avatar("\"" + bad + "\"").isError(400, "invalid_request");
    }
    avatar("5").isError(400, "invalid_request");
    node.wire.send("PUT", "/v1/users/me/avatar", hers, "{}").isError(400, "invalid_request");
    node.wire.send("PUT", "/v1/users/me/avatar", hers, "[]").isError(400, "invalid_request");
  }

  @Test
  void settings_begin_open_and_change_one_by_one() {
    RestClient.Answer before = node.wire.get("/v1/users/me/settings", hers).is(200);
    assertEquals(
        "{\"who_can_message\":\"everyone\",\"read_receipts\":true,\"show_online\":true}",
        before.data().toString());
    settings("{\"who_can_message\":\"followers\"}").is(200);
    settings("{\"read_receipts\":false}").is(200);
    settings("{}").is(200);
    RestClient.Answer after = settings("{\"show_online\":false}").is(200);
    assertEquals(
        "{\"who_can_message\":\"followers\",\"read_receipts\":false,\"show_online\":false}",
        after.data().toString());
    assertEquals(after.data(), node.wire.get("/v1/users/me/settings", hers).is(200).data());
    assertEquals("preferences " + alice, node.listener.heard.getFirst());
  }

  @Test
  void settings_that_mean_nothing_are_refused() {
    for (String bad :
        List.of(
            "{\"who_can_message\":\"friends\"}",
            "{\"who_can_message\":\"EVERYONE\"}",
            "{\"who_can_message\":1}",
            "{\"read_receipts\":\"true\"}",
            "{\"show_online\":1}")) {
      settings(bad).isError(400, "invalid_request");
    }
    assertTrue(node.listener.heard.isEmpty());
  }

  @Test
  void what_another_node_changed_shows_when_the_memory_lapses() {
    try (TestNode other = new TestNode(node.url, java.util.Map.of())) {
      rename("\"Alice Anew\"").is(200);
      assertEquals("Alice Anew", other.wire.get("/v1/users/me", hers).text("/full_name"));
    }
  }
}
