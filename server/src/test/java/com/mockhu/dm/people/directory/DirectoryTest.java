package com.mockhu.dm.people.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.identity.RestClient;
import com.mockhu.dm.identity.TestNode;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountListeners;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.people.write.PersonWriter;
import com.mockhu.dm.platform.database.Transaction;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private TestNode node;

  @BeforeEach
  void start() {
    node = TestNode.start();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private static String line(UUID id, String username) {
    return "{\"id\":\"%s\",\"username\":\"%s\",\"full_name\":\"Name of %s\"}"
        .formatted(id, username, username);
  }

  private JsonNode push(String... lines) {
    return pushed(String.join("\n", lines));
  }

  private JsonNode pushed(String body) {
    return node.wire
        .send("POST", "/v1/admin/users:batch", node.service(), BodyPublishers.ofString(body))
        .is(200)
        .data();
  }

  private static void assertCounts(JsonNode report, int created, int updated, int... failed) {
    assertEquals(created, report.get("created").intValue(), report.toString());
    assertEquals(updated, report.get("updated").intValue(), report.toString());
    assertEquals(failed.length, report.get("failed_total").intValue(), report.toString());
    List<Integer> lines =
        Stream.iterate(0, i -> i + 1)
            .limit(report.get("failed").size())
            .map(i -> report.get("failed").get(i).get("line").intValue())
            .sorted()
            .toList();
    assertEquals(IntStream.of(failed).boxed().toList(), lines, report.toString());
  }

  @Test
  void the_host_puts_a_person_as_often_as_it_likes() {
    UUID id = UUID.randomUUID();
    node.put(id, "Alice", "Alice").is(201);
    node.put(id, "alice", "Alice").is(200);
    assertEquals(List.of("created " + id), node.listener.heard);
    assertEquals("Alice W", node.put(id, "alice", "Alice W").is(200).text("/full_name"));
    assertEquals(List.of("created " + id, "profile " + id), node.listener.heard);
    assertEquals("Alice W", node.wire.get("/v1/users/me", node.minted(id)).text("/full_name"));
  }

  @Test
  void the_host_cannot_give_two_people_one_name() {
    UUID alice = node.person("alice", "Alice");
    node.put(UUID.randomUUID(), "ALICE", "Mallory").isError(409, "username_taken");
    UUID bob = node.person("bob", "Bob");
    node.put(bob, "alice", "Bob").isError(409, "username_taken");
    assertEquals("bob", node.wire.get("/v1/users/" + bob, node.minted(alice)).text("/username"));
  }

  @Test
  void a_put_person_must_be_well_formed() {
    node.put(UUID.randomUUID(), "no", "Name").isError(400, "invalid_request");
    node.put(UUID.randomUUID(), "alice", "").isError(400, "invalid_request");
    node.wire
        .send("PUT", "/v1/admin/users/1", node.service(), "{}")
        .isError(400, "invalid_request");
  }

  @Test
  void lines_make_and_update_people() {
    UUID alice = UUID.randomUUID();
    UUID bob = UUID.randomUUID();
    assertCounts(push(line(alice, "alice"), "", line(bob, "bob"), ""), 2, 0);
    UUID carol = UUID.randomUUID();
    assertCounts(push(line(alice, "alice2"), line(bob, "bob"), line(carol, "carol")), 1, 2);
    assertEquals("alice2", node.wire.get("/v1/users/me", node.minted(alice)).text("/username"));
    assertEquals(1, node.listener.heard.stream().filter(("profile " + alice)::equals).count());
    assertFalse(node.listener.heard.contains("profile " + bob));
  }

  @Test
  void a_bad_line_fails_alone() {
    UUID taken = node.person("taken", "Taken");
    JsonNode report =
        push(
            line(UUID.randomUUID(), "alice"),
            "{broken",
            "[]",
            line(UUID.randomUUID(), "x"),
            line(UUID.randomUUID(), "TAKEN"),
            "{\"id\":\"12\",\"username\":\"bob\",\"full_name\":\"Bob\"}",
            "{\"username\":\"bob\",\"full_name\":\"Bob\"}",
            "{\"id\":\"%s\",\"username\":\"bobby\",\"full_name\":\"B\",\"followers\":[1]}"
                .formatted(UUID.randomUUID()),
            line(UUID.randomUUID(), "zoe"));
    assertCounts(report, 2, 0, 2, 3, 4, 5, 6, 7, 8);
    assertEquals(
        "username_taken",
        report.get("failed").findParents("line").stream()
            .filter(each -> each.get("line").intValue() == 5)
            .findFirst()
            .orElseThrow()
            .get("code")
            .textValue());
    assertEquals(3, node.count("users"));
    assertEquals("taken", node.people.accounts().require(taken).username());
  }

  @Test
  void two_lines_of_one_person_count_twice_and_the_later_wins() {
    UUID alice = UUID.randomUUID();
    assertCounts(push(line(alice, "alice"), line(alice, "alice2")), 1, 1);
    assertEquals("alice2", node.people.accounts().require(alice).username());
  }

  @Test
  void a_name_freed_on_one_line_can_be_taken_on_the_next() {
    UUID alice = UUID.randomUUID();
    UUID bob = UUID.randomUUID();
    push(line(alice, "alice"), line(bob, "bob"));
    assertCounts(push(line(alice, "former"), line(bob, "alice")), 0, 2);
    assertCounts(push(line(bob, "bob"), line(alice, "alice")), 0, 2);
    assertEquals("alice", node.people.accounts().require(alice).username());
  }

  @Test
  void two_people_swap_their_names() {
    UUID alice = UUID.randomUUID();
    UUID bob = UUID.randomUUID();
    push(line(alice, "alice"), line(bob, "bob"));
    assertCounts(push(line(alice, "bob"), line(bob, "alice")), 0, 2);
    assertEquals("bob", node.people.accounts().require(alice).username());
    assertEquals("alice", node.people.accounts().require(bob).username());
    assertEquals(List.of("alice", "bob"), words(bob, alice));
  }

  /** What each is found by. */
  private List<String> words(UUID one, UUID other) {
    return Stream.of(one, other)
        .map(
            id ->
                node.database.read(
                    t ->
                        t.first(
                                "SELECT word FROM user_words WHERE user_id = ? AND word IN"
                                    + " ('alice', 'bob') AND word = (SELECT username FROM users"
                                    + " WHERE id = user_id)",
                                row -> row.text("word"),
                                id)
                            .orElseThrow()))
        .toList();
  }

  @Test
  void two_swap_their_names_however_far_apart_their_lines_are() {
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(1_500).toList();
    List<String> names = IntStream.range(0, 1_500).mapToObj(i -> "p" + i + "_").toList();
    push(lines(ids, names));
    List<String> swapped = new ArrayList<>(names);
    Collections.swap(swapped, 3, 1_400);
    assertCounts(push(lines(ids, swapped)), 0, 1_500);
    assertEquals("p1400_", node.people.accounts().require(ids.get(3)).username());
    assertEquals("p3_", node.people.accounts().require(ids.get(1_400)).username());
  }

  private static String[] lines(List<UUID> ids, List<String> names) {
    return IntStream.range(0, ids.size())
        .mapToObj(i -> line(ids.get(i), names.get(i)))
        .toArray(String[]::new);
  }

  @Test
  void a_name_that_stays_with_its_owner_fails_those_who_counted_on_it() {
    UUID alice = node.person("alice", "Alice");
    UUID bob = node.person("bob", "Bob");
    node.person("carol", "Carol");
    assertCounts(push(line(alice, "bob"), line(bob, "carol")), 0, 0, 1, 2);
    assertEquals("alice", node.people.accounts().require(alice).username());
    assertEquals("bob", node.people.accounts().require(bob).username());
  }

  @Test
  void a_list_of_followers_replaces_the_old_one_when_it_says_so() {
    UUID alice = UUID.randomUUID();
    UUID bob = node.person("bob", "Bob");
    UUID carol = node.person("carol", "Carol");
    String with = "{\"id\":\"%s\",\"username\":\"alice\",\"full_name\":\"A\",\"followers\":[%s]%s}";
    push(with.formatted(alice, "\"" + bob + "\"", ""));
    push(with.formatted(alice, "\"" + carol + "\"", ""));
    assertEquals(2, node.count("follows"));
    push(with.formatted(alice, "\"" + carol + "\"", ",\"replace_followers\":true"));
    assertEquals(1, node.count("follows WHERE follower_id = '" + carol + "'"));
    assertEquals(1, node.count("follows"));
    push(with.formatted(alice, "", ",\"replace_followers\":true"));
    assertEquals(0, node.count("follows"));
  }

  @Test
  void unusual_addresses_of_pictures_and_empty_ones_cost_nobody_their_account() {
    for (String url :
        List.of(
            "https://cdn_1.example/a.png",
            "https://cdn.example/{size}/a|b.png",
            "https://bücher.example/größe/ä.png?x=[1]#y",
            "https://user:pass@cdn.example:8443/a.png",
            "https://[2001:db8::1]/a.png",
            "HTTPS://cdn.example",
            "/avatars/größe.png",
            "https://cdn.example/" + "s".repeat(4_000))) {
      assertEquals(url, pictured("\"" + url + "\"").text("/avatar_url"), url);
    }
    assertTrue(pictured("\"\"").data().get("avatar_url").isNull());
    assertTrue(pictured("null").data().get("avatar_url").isNull());
  }

  private RestClient.Answer pictured(String url) {
    String body = "{\"username\":\"maya\",\"full_name\":\"Maya\",\"avatar_url\":%s}";
    UUID id = UUID.nameUUIDFromBytes(new byte[] {1});
    RestClient.Answer answer = node.admin("PUT", "/users/" + id, body.formatted(url));
    assertTrue(answer.response().statusCode() < 300, answer.response().body());
    return answer;
  }

  @Test
  void followers_may_come_after_those_they_follow() {
    UUID alice = UUID.randomUUID();
    UUID bob = UUID.randomUUID();
    String withFollower =
        "{\"id\":\"%s\",\"username\":\"alice\",\"full_name\":\"A\",\"followers\":[\"%s\",\"%s\"]}"
            .formatted(alice, bob, alice);
    assertCounts(push(withFollower, line(bob, "bob")), 2, 0);
    push(withFollower);
    boolean isFollowing = node.database.read(t -> node.people.follows().isFollowing(t, bob, alice));
    assertTrue(isFollowing);
    assertEquals(1, node.count("follows"));
  }

  @Test
  void an_endless_line_fails_and_the_next_one_does_not() {
    String endless = "{\"x\":\"" + "y".repeat(3 * 1024 * 1024) + "\"}";
    assertCounts(push(endless, line(UUID.randomUUID(), "alice")), 1, 0, 1);
  }

  @Test
  void an_empty_body_changes_nothing() {
    assertCounts(pushed(""), 0, 0);
    assertCounts(pushed("\r\n\r\n"), 0, 0);
  }

  @Test
  void a_person_cannot_push() {
    UUID alice = node.person("alice", "Alice");
    String body = line(UUID.randomUUID(), "mallory");
    node.wire
        .send("POST", "/v1/admin/users:batch", node.minted(alice), body)
        .isError(403, "forbidden");
    node.wire.send("POST", "/v1/admin/users:batch", null, body).isError(401, "unauthorized");
    assertEquals(1, node.count("users"));
  }

  @Test
  void of_a_thousand_failures_and_more_the_first_are_listed() {
    JsonNode report = pushed("{broken\n".repeat(1_500));
    assertEquals(1_500, report.get("failed_total").intValue());
    assertEquals(1_000, report.get("failed").size());
  }

  @Test
  void a_hundred_thousand_lines_go_in_one_request() {
    JsonNode report =
        node.wire
            .send(
                "POST",
                "/v1/admin/users:batch",
                node.service(),
                BodyPublishers.ofInputStream(() -> lines(100_000, new AtomicInteger())))
            .is(200)
            .data();
    assertCounts(report, 100_000, 0);
    assertEquals(100_000, node.count("users"));
  }

  @Test
  void no_more_than_a_batch_is_ever_read_ahead_of_what_is_stored() {
    AtomicInteger given = new AtomicInteger();
    AtomicInteger furthest = new AtomicInteger();
    AccountListeners listeners = new AccountListeners();
    listeners.add(
        List.of(
            new AccountListener() {
              private int stored;

              @Override
              public AccountStage stage() {
                return AccountStage.OWN_ROWS;
              }

              @Override
              public void created(Transaction t, Collection<UUID> ids) {
                furthest.accumulateAndGet(given.get() - stored, Math::max);
                stored += ids.size();
              }
            }));
    Directory directory =
        new Directory(
            node.database,
            new PersonWriter(node.people.accounts(), listeners),
            UsernameRules.STRICT);
    new DirectoryBatch(directory).run(lines(10_000, given));
    assertEquals(10_000, given.get());
    assertTrue(furthest.get() <= 1_002, () -> furthest + " lines in memory");
  }

  /** A stream that makes each line as it is read. */
  private static InputStream lines(int count, AtomicInteger given) {
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return given.get() < count;
          }

          @Override
          public InputStream nextElement() {
            int i = given.getAndIncrement();
            String text = line(new UUID(i, i), "user" + i) + "\n";
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
