package com.mockhu.dm.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.identity.RestClient;
import com.mockhu.dm.identity.TestNode;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.people.search.PeopleSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
  private TestNode node;
  private UUID alice;
  private UUID bob;
  private String hers;

  @BeforeEach
  void start() {
    node = TestNode.start();
    alice = node.person("alice", "Alice Wonder");
    bob = node.person("bob.builder", "José María Çelik");
    hers = node.minted(alice);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private List<String> search(String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>();
    for (JsonNode user :
        node.wire.get("/v1/users?query=" + encoded, hers).is(200).data().get("users")) {
      names.add(user.get("username").textValue());
    }
    return names;
  }

  @Test
  void bob_is_found_by_the_beginning_of_any_of_his_names() {
    for (String query :
        List.of(
            "b",
            "bob",
            "BOB",
            "@bob",
            "bob.b",
            "build",
            "jose",
            "José",
            "mari",
            "celik",
            "josé ma",
            "María bob",
            " jos ")) {
      assertEquals(List.of("bob.builder"), search(query), query);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Işıl Yıldırım, isil yildirim Işıl IŞIL ışıl İSİL",
    "Ægir Sørensen, aegir sorensen ægir Ægir SØREN",
    "Đặng Thị Hoa, dang đặng hoa thi",
    "Łukasz Þórsson, lukasz łuk thorsson þórs",
    "Groß Œuvre, gross GROSS groß oeuvre œu",
    "山田太郎, 山 山田 田太 太郎 郎 山田太郎",
    "ヤマダ タロウ, やまだ マダ たろう ロウ",
    "김철수, 김 김철 철수 수 기",
    "สมชาย ใจดี, สมชาย ชาย ใจดี จดี ดี",
    "王小明John, 王 小明 明 john 明john",
    "علی رضایی, علي رضا علی",
    "Фёдор Щербаков, федор щерб ФЁД"
  })
  void a_name_of_any_script_is_found_by_its_parts(String name, String queries) {
    node.person("someone", name);
    for (String query : queries.split(" ")) {
      assertEquals(List.of("someone"), search(query), query);
    }
  }

  @Test
  void a_slip_of_the_keyboard_is_forgiven() {
    node.person("jonathan", "Jonathan Miller");
    assertEquals(List.of("jonathan"), search("johnathan"));
    assertEquals(List.of("jonathan"), search("jonatan"));
    assertEquals(List.of(), search("zebra"));
  }

  @Test
  void the_shortest_name_with_the_prefix_comes_first() {
    node.person("ann_long", "Xavier");
    node.person("ann", "Yvonne");
    assertEquals(List.of("ann", "ann_long"), search("ann").subList(0, 2));
  }

  @Test
  void signs_of_the_query_language_mean_nothing() {
    for (String query : List.of("b%", "b_b", "'; DROP TABLE users; --", "b\\", "*")) {
      node.wire.get("/v1/users?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), hers);
    }
    assertEquals(List.of(), search("a_"));
    assertEquals(2, node.count("users"));
  }

  @Test
  void a_query_without_a_letter_is_refused() {
    for (String query : List.of("", "?query=", "?query=%20", "?query=%00a", "?query=!!")) {
      node.wire.get("/v1/users" + query, hers).isError(400, "invalid_request");
    }
    node.wire.get("/v1/users?query=" + "a".repeat(301), hers).isError(400, "invalid_request");
    node.wire.get("/v1/users?query=a&limit=x", hers).isError(400, "invalid_request");
  }

  @Test
  void who_blocked_alice_is_not_found_by_her() {
    node.hidden.add(bob);
    assertEquals(List.of(), search("bob"));
    node.hidden.clear();
    assertEquals(List.of("bob.builder"), search("bob"));
  }

  @Test
  void no_more_than_the_limit_are_shown() {
    for (int i = 0; i < 25; i++) {
      node.person("clone" + i, "Clone");
    }
    assertEquals(20, search("clone").size());
    assertEquals(20, Set.copyOf(search("clone")).size());
    int few = node.wire.get("/v1/users?query=clone&limit=3", hers).data().get("users").size();
    assertEquals(3, few);
  }

  @Test
  void a_search_among_very_many_reads_a_few_rows_through_an_index() {
    node.database.transaction(
        t ->
            t.update(
                """
                WITH added AS (
                  INSERT INTO users (id, username, full_name)
                  SELECT gen_random_uuid(), 'u' || md5(i::text)::varchar(20), 'N'
                  FROM generate_series(1, 30000) i RETURNING id, username)
                INSERT INTO user_words SELECT username, id FROM added
                """));
    node.database.read(t -> t.update("VACUUM ANALYZE user_words"));
    for (String sql : List.of(PeopleSearch.BY_PREFIX, PeopleSearch.BY_LIKENESS)) {
      Object[] parameters =
          sql.equals(PeopleSearch.BY_PREFIX)
              ? new Object[] {"u", "v", 20}
              : new Object[] {"jonathan", "jonathan", 20};
      String plan = String.join("\n", explained(sql, parameters));
      assertTrue(plan.contains("Index"), plan);
      assertFalse(plan.contains("Seq Scan"), plan);
      assertFalse(plan.matches("(?s).*actual[^\n]*rows=\\d{4,}.*"), plan);
    }
  }

  private List<String> explained(String sql, Object... parameters) {
    return node.database.read(
        t -> t.list("EXPLAIN (ANALYZE) " + sql, row -> row.text("QUERY PLAN"), parameters));
  }

  @Test
  void a_renamed_person_is_found_by_the_new_name_alone() {
    node.put(bob, "robert", "Robert Stone").is(200);
    assertEquals(List.of("robert"), search("stone"));
    assertEquals(List.of(), search("celik"));
  }

  @Test
  void bob_is_shown_with_his_presence() {
    RestClient.Answer offline = node.wire.get("/v1/users/" + bob, hers).is(200);
    assertFalse(offline.data().get("is_online").booleanValue());
    assertTrue(offline.data().get("last_seen").isNull());
    node.online.put(bob, new PresenceView.Presence(true, Instant.parse("2026-11-22T11:00:00Z")));
    RestClient.Answer online = node.wire.get("/v1/users/" + bob, hers).is(200);
    assertTrue(online.data().get("is_online").booleanValue());
    assertEquals("2026-11-22T11:00:00.000000Z", online.text("/last_seen"));
    assertEquals("bob.builder", online.text("/username"));
  }

  @Test
  void somebody_who_does_not_exist_is_not_found() {
    node.wire.get("/v1/users/" + UUID.randomUUID(), hers).isError(404, "not_found");
    node.wire.get("/v1/users/12", hers).isError(400, "invalid_request");
    node.wire.get("/v1/users/" + bob, null).isError(401, "unauthorized");
  }

  private boolean isFollowing(UUID follower, UUID followee) {
    return node.database.read(t -> node.people.follows().isFollowing(t, follower, followee));
  }

  @Test
  void alice_follows_bob_as_often_as_she_likes() {
    String path = "/v1/users/" + bob + "/follow";
    node.wire.post(path, hers).is(200);
    assertTrue(node.wire.post(path, hers).is(200).body().get("message").isTextual());
    assertTrue(isFollowing(alice, bob));
    assertFalse(isFollowing(bob, alice));
    node.wire.delete(path, hers).is(200);
    node.wire.delete(path, hers).is(200);
    assertFalse(isFollowing(alice, bob));
  }

  @Test
  void nobody_follows_themselves_or_nobody() {
    node.wire.post("/v1/users/" + alice + "/follow", hers).isError(400, "invalid_request");
    node.wire.post("/v1/users/" + UUID.randomUUID() + "/follow", hers).isError(404, "not_found");
    node.wire.delete("/v1/users/" + UUID.randomUUID() + "/follow", hers).isError(404, "not_found");
  }

  @Test
  void the_host_adds_and_removes_followers() {
    String path = "/v1/admin/users/" + bob + "/followers/" + alice;
    node.wire.send("PUT", path, node.service(), "").is(200);
    node.wire.send("PUT", path, node.service(), "").is(200);
    assertTrue(isFollowing(alice, bob));
    node.wire.delete(path, node.service()).is(200);
    assertFalse(isFollowing(alice, bob));
    String unknown = "/v1/admin/users/" + bob + "/followers/" + UUID.randomUUID();
    node.wire.send("PUT", unknown, node.service(), "").isError(404, "not_found");
    node.wire.send("PUT", path, hers, "").isError(403, "forbidden");
  }
}
