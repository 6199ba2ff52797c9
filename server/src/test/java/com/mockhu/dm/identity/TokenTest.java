package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.http.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static TestNode node;
  private static UUID alice;

  @BeforeAll
  static void start() {
    node = TestNode.start();
    alice = node.person("alice", "Alice");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HandmadeToken hers() {
    return node.token().with("sub", alice.toString());
  }

  private static void assertGood(String token) {
    node.wire.get("/v1/users/me", token).is(200);
  }

  private static void assertRefused(String token) {
    RestClient.Answer answer = node.wire.get("/v1/users/me", token).isError(401, "unauthorized");
    assertEquals("Bearer", answer.header("WWW-Authenticate"));
  }

  @Test
  void a_token_minted_with_the_shared_secret_is_good() {
    assertGood(hers().signed(TestNode.SECRET));
    assertGood(hers().header("kid", "whatever").header("typ", "JWT").signed(TestNode.SECRET));
  }

  @Test
  void a_token_of_an_unknown_user_is_refused() {
    assertRefused(node.minted(UUID.randomUUID()));
    assertRefused(node.minted("alice"));
    assertRefused(node.minted("1-1-1-1-1"));
    assertRefused(node.token().signed(TestNode.SECRET));
  }

  @Test
  void a_missing_or_mangled_token_is_refused() {
    String good = hers().signed(TestNode.SECRET);
    assertRefused(null);
    for (String bad :
        List.of("x", "a.b.c", "..", "....", good + "x", good.substring(1), "{}.{}.")) {
      assertRefused(bad);
    }
    assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
    assertRefused("x".repeat(9_000));
  }

  @Test
  void an_unsigned_token_is_refused() {
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      assertRefused(hers().header("alg", none).unsigned());
      assertRefused(hers().header("alg", none).signed(TestNode.SECRET));
    }
    assertRefused(hers().unsigned());
  }

  @Test
  void another_algorithm_or_secret_is_refused() {
    assertRefused(hers().header("alg", "HS512").signed(TestNode.SECRET));
    assertRefused(hers().header("alg", "RS256").signed(TestNode.SECRET));
    assertRefused(hers().header("alg", "").signed(TestNode.SECRET));
    assertRefused(hers().signed("some other secret of thirty-two bytes"));
    assertRefused(hers().signed(new byte[32]));
  }

  @Test
  void a_token_that_brings_its_own_key_is_refused() {
    Map<String, String> key = Map.of("kty", "oct", "k", HandmadeToken.base64(new byte[32]));
    assertRefused(hers().header("jwk", key).signed(new byte[32]));
    assertRefused(hers().header("jku", "http://127.0.0.1:1/keys").signed(new byte[32]));
  }

  @Test
  void a_critical_extension_that_is_not_understood_is_refused() {
    assertRefused(
        hers().header("crit", List.of("exotic")).header("exotic", 1).signed(TestNode.SECRET));
    assertRefused(
        hers().header("crit", List.of("b64")).header("b64", true).signed(TestNode.SECRET));
    assertRefused(hers().header("crit", List.of("exp")).signed(TestNode.SECRET));
  }

  @Test
  void a_token_without_an_end_or_after_it_is_refused() {
    long now = node.clock.instant().getEpochSecond();
    assertRefused(hers().without("exp").signed(TestNode.SECRET));
    assertRefused(hers().with("exp", now - 60).signed(TestNode.SECRET));
    assertGood(hers().with("exp", now - 59).signed(TestNode.SECRET));
    assertGood(hers().with("exp", now + 0.5).signed(TestNode.SECRET));
    for (Object strange : List.of("soon", "" + (now + 600), -1, 1e300, true, List.of(now + 9))) {
      assertRefused(hers().with("exp", strange).signed(TestNode.SECRET));
    }
  }

  @Test
  void a_token_that_was_good_is_refused_once_it_has_expired() {
    try (TestNode later = new TestNode(node.url, Map.of("DM_JWT_ISSUER", "mockhu"))) {
      long now = later.clock.instant().getEpochSecond();
      String token = hers().with("exp", now + 60).signed(TestNode.SECRET);
      later.wire.get("/v1/users/me", token).is(200);
      later.clock.advance(Duration.ofSeconds(119));
      later.wire.get("/v1/users/me", token).is(200);
      later.clock.advance(Duration.ofSeconds(1));
      later.wire.get("/v1/users/me", token).isError(401, "unauthorized");
    }
  }

  @Test
  void a_token_that_begins_later_is_refused() {
    long now = node.clock.instant().getEpochSecond();
    assertRefused(hers().with("nbf", now + 61).signed(TestNode.SECRET));
    assertGood(hers().with("nbf", now + 60).signed(TestNode.SECRET));
    assertRefused(hers().with("nbf", "now").signed(TestNode.SECRET));
  }

  @Test
  void a_token_of_another_issuer_is_refused() {
    assertRefused(hers().with("iss", "mallory").signed(TestNode.SECRET));
    assertRefused(hers().with("iss", List.of("mockhu")).signed(TestNode.SECRET));
    assertRefused(hers().without("iss").signed(TestNode.SECRET));
  }

  @Test
  void the_audience_is_checked_when_it_is_set() {
    Map<String, String> settings =
        Map.of("DM_JWT_AUDIENCE", "dm", "DM_JWT_ISSUER", "https://host.example");
    try (TestNode strict = new TestNode(node.url, settings)) {
      HandmadeToken token = hers().with("iss", "https://host.example");
      strict.wire.get("/v1/users/me", token.signed(TestNode.SECRET)).is(401);
      token.with("aud", "other");
      strict.wire.get("/v1/users/me", token.signed(TestNode.SECRET)).is(401);
      token.with("aud", List.of("other", "dm"));
      strict.wire.get("/v1/users/me", token.signed(TestNode.SECRET)).is(200);
      RestClient.Answer bob = strict.register("bob", "the password of bob").is(201);
      strict.wire.get("/v1/users/me", bob.text("/access_token")).is(200);
    }
  }

  @Test
  void a_service_token_need_not_belong_to_anybody() {
    String admin = "/v1/admin/users/" + UUID.randomUUID();
    for (Object scope : List.of("dm:admin", "a dm:admin b", List.of("x", "dm:admin"))) {
      node.wire.delete(admin, node.token().with("scope", scope).signed(TestNode.SECRET)).is(200);
    }
    String unknown =
        node.token().with("sub", "the-host").with("scope", "dm:admin").signed(TestNode.SECRET);
    node.wire.delete(admin, unknown).is(200);
    node.wire.get("/v1/users/me", unknown).isError(401, "unauthorized");
  }

  @Test
  void a_person_s_token_opens_no_admin_path() {
    String admin = "/v1/admin/users/" + UUID.randomUUID();
    node.wire.delete(admin, node.minted(alice)).isError(403, "forbidden");
    for (Object scope : List.of("dm:administrator", "DM:ADMIN", "dm", Map.of("dm:admin", 1))) {
      String token = hers().with("scope", scope).signed(TestNode.SECRET);
      node.wire.delete(admin, token).isError(403, "forbidden");
    }
    node.wire.delete(admin, null).isError(401, "unauthorized");
  }

  @Test
  void a_caller_is_described_by_the_token() {
    Caller minted = node.identity.authenticator().authenticate(node.minted(alice));
    assertEquals(alice, minted.userId());
    assertNull(minted.sessionId());
    assertEquals(node.clock.instant().plusSeconds(600), minted.expiresAt());
    String own = node.register("carol", "the password of carol").text("/access_token");
    Caller carol = node.identity.authenticator().authenticate(own);
    assertEquals(node.clock.instant().plus(Duration.ofMinutes(15)), carol.expiresAt());
    assertEquals(1, node.count("sessions WHERE id = '" + carol.sessionId() + "'"));
    assertTrue(!carol.isService());
  }

  @Test
  void a_session_of_somebody_else_or_of_nobody_does_not_count() {
    String own = node.register("dave", "the password of dave").text("/access_token");
    UUID session = node.identity.authenticator().authenticate(own).sessionId();
    assertRefused(hers().with("sid", session.toString()).signed(TestNode.SECRET));
    assertRefused(hers().with("sid", UUID.randomUUID().toString()).signed(TestNode.SECRET));
  }
}
