package com.mockhu.dm.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.identity.RestClient;
import com.mockhu.dm.identity.TestNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host application reads its directory, and the operator decides who may come in. */
class AdminTest {
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

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("users").forEach(user -> names.add(user.get("username").textValue()));
    return names;
  }

  @Test
  void the_directory_is_read_page_by_page_and_nobody_is_missing() {
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < 7; i++) {
      node.person("person" + i, "Person");
      all.add("person" + i);
    }
    Set<String> read = new TreeSet<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = node.admin("GET", "/users?limit=3&cursor=" + cursor, null).is(200).data();
      read.addAll(names(page));
      JsonNode pagination = page.get("pagination");
      assertEquals(
          pagination.get("next_cursor").isTextual(), pagination.get("has_more").asBoolean());
      cursor = pagination.get("next_cursor").textValue();
      pages++;
    } while (cursor != null);
    assertEquals(3, pages);
    assertEquals(all, read);
    node.admin("GET", "/users?cursor=nonsense", null).isError(400, "invalid_cursor");
    node.admin("GET", "/users?limit=x", null).isError(400, "invalid_request");
  }

  @Test
  void a_query_finds_people_by_the_beginnings_of_their_names_disabled_ones_too() {
    UUID maya = node.person("maya", "Maya Lind");
    node.person("jonas", "Jonas Lindqvist");
    node.person("other", "Somebody Else");
    node.admin("POST", "/users/" + maya + "/disable", null).is(200);
    assertEquals(
        Set.of("maya", "jonas"),
        Set.copyOf(names(node.admin("GET", "/users?query=lind", null).is(200).data())));
    assertEquals(
        List.of("maya"), names(node.admin("GET", "/users?query=lind%20maya", null).data()));
    assertEquals(3, names(node.admin("GET", "/users?query=", null).is(200).data()).size());
  }

  @Test
  void one_person_is_read_with_what_only_the_directory_knows() {
    UUID maya = node.person("maya", "Maya Lind");
    JsonNode user = node.admin("GET", "/users/" + maya, null).is(200).data();
    assertEquals("Maya Lind", user.get("full_name").textValue());
    assertNotNull(user.get("created_at").textValue());
    assertFalse(user.get("is_disabled").booleanValue());
    node.admin("GET", "/users/" + UUID.randomUUID(), null).isError(404, "not_found");
    String hers = node.minted(maya);
    node.wire.get("/v1/admin/users", hers).isError(403, "forbidden");
    node.wire.get("/v1/admin/users/" + maya, hers).isError(403, "forbidden");
    node.wire.post("/v1/admin/users/" + maya + "/enable", hers).isError(403, "forbidden");
  }

  @Test
  void a_patch_changes_what_it_names_alone() {
    UUID maya = node.person("maya", "Maya");
    String path = "/users/" + maya;
    node.admin("PATCH", path, "{\"avatar_url\":\"/m.jpg\"}").is(200);
    RestClient.Answer renamed = node.admin("PATCH", path, "{\"full_name\":\"Maya L\"}").is(200);
    assertEquals("/m.jpg", renamed.text("/avatar_url"));
    assertEquals("maya", renamed.text("/username"));
    assertEquals("maya2", node.admin("PATCH", path, "{\"username\":\"maya2\"}").text("/username"));
    assertTrue(
        node.admin("PATCH", path, "{\"avatar_url\":null}").data().get("avatar_url").isNull());
    node.listener.heard.clear();
    node.admin("PATCH", path, "{}").is(200);
    assertEquals(List.of(), node.listener.heard);
    node.person("jonas", "Jonas");
    node.admin("PATCH", path, "{\"username\":\"Jonas\"}").isError(409, "username_taken");
    node.admin("PATCH", path, "{\"full_name\":\"\"}").isError(400, "invalid_request");
    node.admin("PATCH", "/users/" + UUID.randomUUID(), "{}").isError(404, "not_found");
  }

  @Test
  void a_disabled_account_gets_in_nowhere_and_comes_back_whole() {
    RestClient.Answer maya = node.register("maya", PASSWORD).is(201);
    String id = maya.text("/user/id");
    String access = maya.text("/access_token");
    String ticket = node.wire.post("/v1/ws/ticket", access).text("/ticket");
    for (int time = 0; time < 2; time++) {
      RestClient.Answer answer = node.admin("POST", "/users/" + id + "/disable", null).is(200);
      assertTrue(answer.data().get("is_disabled").booleanValue());
    }
    assertTrue(node.listener.heard.contains("disabled " + id));
    RestClient.Answer refused =
        node.wire.get("/v1/users/me", access).isError(401, "account_disabled");
    assertEquals("Bearer", refused.header("WWW-Authenticate"));
    node.wire.get("/v1/users/me", node.minted(id)).isError(401, "account_disabled");
    node.refresh(maya.text("/refresh_token")).isError(401, "account_disabled");
    node.login("maya", PASSWORD).isError(401, "account_disabled");
    assertRefused(ticket);
    assertEquals(
        node.login("nobody", "not the password").body(),
        node.login("maya", "not the password").isError(401, "unauthorized").body());
    for (int time = 0; time < 2; time++) {
      node.admin("POST", "/users/" + id + "/enable", null).is(200);
    }
    node.wire.get("/v1/users/me", access).is(200);
    node.refresh(maya.text("/refresh_token")).is(200);
    node.login("maya", PASSWORD).is(200);
    node.admin("POST", "/users/" + UUID.randomUUID() + "/disable", null).isError(404, "not_found");
    node.admin("POST", "/users/" + UUID.randomUUID() + "/enable", null).isError(404, "not_found");
  }

  private void assertRefused(String ticket) {
    var refusal =
        org.junit.jupiter.api.Assertions.assertThrows(
            com.mockhu.dm.platform.error.ApiException.class,
            () -> node.identity.tickets().redeem(ticket));
    assertEquals("account_disabled", refusal.code().code());
  }

  @Test
  void a_disabled_account_is_known_as_such_on_another_node_and_can_be_deleted() {
    try (TestNode other = new TestNode(node.url, Map.of())) {
      RestClient.Answer maya = node.register("maya", PASSWORD).is(201);
      String id = maya.text("/user/id");
      node.admin("POST", "/users/" + id + "/disable", null).is(200);
      other.wire.get("/v1/users/me", maya.text("/access_token")).isError(401, "account_disabled");
      node.admin("DELETE", "/users/" + id, null).is(200);
      node.admin("GET", "/users/" + id, null).isError(404, "not_found");
      node.wire.get("/v1/users/me", maya.text("/access_token")).isError(401, "unauthorized");
    }
  }

  @Test
  void search_leaves_disabled_people_out_and_shows_them_again() {
    UUID maya = node.person("maya", "Maya");
    String his = node.minted(node.person("jonas", "Jonas"));
    node.admin("POST", "/users/" + maya + "/disable", null).is(200);
    assertEquals(0, node.wire.get("/v1/users?query=maya", his).data().get("users").size());
    node.wire.get("/v1/users/" + maya, his).is(200);
    node.admin("POST", "/users/" + maya + "/enable", null).is(200);
    assertEquals(1, node.wire.get("/v1/users?query=maya", his).data().get("users").size());
  }

  @Test
  void the_operator_ends_all_sessions_of_one_person() {
    RestClient.Answer phone = node.register("maya", PASSWORD).is(201);
    RestClient.Answer laptop = node.login("maya", PASSWORD).is(200);
    RestClient.Answer jonas = node.register("jonas", PASSWORD).is(201);
    String id = phone.text("/user/id");
    node.admin("DELETE", "/users/" + id + "/sessions", null).is(200);
    node.wire.get("/v1/users/me", phone.text("/access_token")).isError(401, "unauthorized");
    node.refresh(laptop.text("/refresh_token")).isError(401, "unauthorized");
    node.wire.get("/v1/users/me", jonas.text("/access_token")).is(200);
    assertTrue(node.listener.heard.contains("signed out elsewhere " + id));
    node.admin("DELETE", "/users/" + id + "/sessions", null).is(200);
    node.admin("DELETE", "/users/" + UUID.randomUUID() + "/sessions", null)
        .isError(404, "not_found");
  }

  @Test
  void wide_names_are_found_signed_in_with_and_unique_whatever_the_case() {
    try (TestNode wide = new TestNode(node.url, Map.of("DM_USERNAMES", "wide"))) {
      RestClient.Answer maya = wide.register("Maya.Lind@Example.org", PASSWORD).is(201);
      assertEquals("Maya.Lind@Example.org", maya.text("/user/username"));
      wide.register("maya.lind@example.ORG", PASSWORD).isError(409, "username_taken");
      wide.login("MAYA.LIND@example.org", PASSWORD).is(200);
      String hers = maya.text("/access_token");
      UUID jonas = wide.person("Jonas-B", "Jonas");
      for (String query : List.of("jonas-b", "Jonas-", "maya.lind@example.org", "example")) {
        int found =
            wide.wire.get("/v1/users?query=" + query, hers).is(200).data().get("users").size();
        assertEquals(1, found, query);
      }
      assertEquals("Jonas-B", wide.admin("GET", "/users/" + jonas, null).text("/username"));
      wide.put(jonas, "JONAS-B", "Jonas").is(200);
      assertEquals("JONAS-B", wide.admin("GET", "/users/" + jonas, null).text("/username"));
    }
    node.register("Jonas-C", PASSWORD).isError(400, "invalid_request");
  }

  @Test
  void names_of_the_operator_cannot_be_registered_but_pushed_by_the_host() {
    for (String name : List.of("admin", "Support", "_admin", "help.desk")) {
      node.register(name, PASSWORD).isError(409, "username_taken");
    }
    node.person("support", "Support");
    try (TestNode own =
        new TestNode(node.url, Map.of("DM_RESERVED_USERNAMES", "rector,deans.office"))) {
      own.register("admin", PASSWORD).is(201);
      own.register("deansoffice", PASSWORD).isError(409, "username_taken");
    }
  }

  @Test
  void where_the_host_owns_profiles_nobody_renames_themselves() {
    try (TestNode host = new TestNode(node.url, Map.of("DM_PROFILES", "host"))) {
      String hers = host.minted(host.person("maya", "Maya"));
      host.wire
          .send("PATCH", "/v1/users/me", hers, "{\"full_name\":\"Rector\"}")
          .isError(403, "forbidden");
      host.wire
          .send("PUT", "/v1/users/me/avatar", hers, "{\"avatar_url\":\"/r.jpg\"}")
          .isError(403, "forbidden");
      host.wire.send("PATCH", "/v1/users/me/settings", hers, "{\"read_receipts\":false}").is(200);
      assertEquals("Maya", host.wire.get("/v1/users/me", hers).text("/full_name"));
    }
  }

  @Test
  void tokens_of_each_issuer_that_is_named_are_good() {
    try (TestNode two = new TestNode(node.url, Map.of("DM_JWT_ISSUER", "mockhu,campus"))) {
      UUID maya = two.person("maya", "Maya");
      for (String issuer : List.of("mockhu", "campus")) {
        String token =
            two.token().with("iss", issuer).with("sub", maya.toString()).signed(TestNode.SECRET);
        two.wire.get("/v1/users/me", token).is(200);
      }
      String stranger =
          two.token()
              .with("iss", "mockhu,campus")
              .with("sub", maya.toString())
              .signed(TestNode.SECRET);
      two.wire.get("/v1/users/me", stranger).isError(401, "unauthorized");
      RestClient.Answer jonas = two.register("jonas", PASSWORD).is(201);
      node.wire.get("/v1/users/me", jonas.text("/access_token")).is(200);
    }
  }
}
