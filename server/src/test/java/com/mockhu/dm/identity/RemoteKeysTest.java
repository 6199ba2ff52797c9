package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.support.time.Patience;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteKeysTest {
  private static final String P1363 = "SHA256withECDSAinP1363Format";
  private static KeyPair rsa;
  private static KeyPair otherRsa;
  private static KeyPair ec;
  private static KeyPair ed;

  private KeyHost host;
  private TestNode node;
  private UUID alice;

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException {
    KeyPairGenerator rsaKeys = KeyPairGenerator.getInstance("RSA");
    rsaKeys.initialize(2048);
    rsa = rsaKeys.generateKeyPair();
    otherRsa = rsaKeys.generateKeyPair();
    KeyPairGenerator ecKeys = KeyPairGenerator.getInstance("EC");
    ecKeys.initialize(new ECGenParameterSpec("secp256r1"));
    ec = ecKeys.generateKeyPair();
    ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @BeforeEach
  void start() throws IOException {
    host = new KeyHost();
    node =
        TestNode.start(
            Map.of(
                "DM_IDENTITY", "external",
                "DM_JWKS_URL", host.url(),
                "DM_JWT_ISSUER", "mockhu"));
    alice = node.person("alice", "Alice");
  }

  private boolean areKeysThere() throws Exception {
    Dependencies dependencies = new Dependencies();
    new Contributions(List.of(node.identity.contribution()))
        .take(Dependency.class)
        .forEach(dependencies::add);
    return dependencies.state().isWhole();
  }

  @Test
  void keys_that_cannot_be_read_are_told_and_asked_for_again_after_a_while() throws Exception {
    host.answer(500);
    assertFalse(areKeysThere());
    int fetches = host.fetches.get();
    host.answer(200);
    host.serve(jwk(rsa, "r").build());
    // However often a probe asks, it takes no fetch from people's tokens.
    assertFalse(areKeysThere());
    assertEquals(fetches, host.fetches.get());
    node.clock.advance(Duration.ofSeconds(16));
    assertTrue(areKeysThere());
  }

  @AfterEach
  void stop() {
    node.close();
    host.close();
  }

  private static RSAKey.Builder jwk(KeyPair pair, String kid) {
    return new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID(kid);
  }

  private static ECKey ecJwk(String kid) {
    return new ECKey.Builder(Curve.P_256, (ECPublicKey) ec.getPublic()).keyID(kid).build();
  }

  private static OctetKeyPair edJwk(String kid) {
    byte[] encoded = ed.getPublic().getEncoded();
    byte[] x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).keyID(kid).build();
  }

  private HandmadeToken hers(String algorithm, String kid) {
    HandmadeToken token = node.token().with("sub", alice.toString()).header("alg", algorithm);
    return kid == null ? token : token.header("kid", kid);
  }

  private String byRsa(String kid) {
    return hers("RS256", kid).signed(rsa.getPrivate(), "SHA256withRSA");
  }

  private RestClient.Answer me(String token) {
    return node.wire.get("/v1/users/me", token);
  }

  @Test
  void tokens_of_each_public_key_algorithm_are_good() {
    host.serve(jwk(rsa, "r").build(), ecJwk("e"), edJwk("d"));
    me(byRsa("r")).is(200);
    me(hers("ES256", "e").signed(ec.getPrivate(), P1363)).is(200);
    me(hers("EdDSA", "d").signed(ed.getPrivate(), "Ed25519")).is(200);
    me(byRsa(null)).is(200);
    me(node.minted(alice)).is(200);
    assertEquals(1, host.fetches.get());
  }

  @Test
  void a_session_claim_of_the_host_is_its_own_affair() {
    host.serve(jwk(rsa, "r").build());
    HandmadeToken token = hers("RS256", "r").with("sid", UUID.randomUUID().toString());
    me(token.signed(rsa.getPrivate(), "SHA256withRSA")).is(200);
  }

  @Test
  void a_public_key_used_as_a_secret_is_refused() {
    host.serve(jwk(rsa, "r").build());
    byte[] der = rsa.getPublic().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    me(hers("HS256", "r").signed(der)).isError(401, "unauthorized");
    me(hers("HS256", "r").signed(pem)).isError(401, "unauthorized");
    me(hers("HS256", "r").signed(pem.strip())).isError(401, "unauthorized");
    me(hers("HS256", "r").signed(jwk(rsa, "r").build().toJSONString())).is(401);
    byte[] modulus = jwk(rsa, "r").build().getModulus().toString().getBytes(StandardCharsets.UTF_8);
    me(hers("HS256", "r").signed(modulus)).isError(401, "unauthorized");
  }

  @Test
  void keys_do_not_serve_for_algorithms_they_were_not_made_for() {
    host.serve(jwk(rsa, "r").build(), ecJwk("e"), edJwk("d"));
    me(hers("RS512", "r").signed(rsa.getPrivate(), "SHA512withRSA")).is(401);
    me(hers("PS256", "r").signed(rsa.getPrivate(), "SHA256withRSA")).is(401);
    me(hers("ES256", "r").signed(rsa.getPrivate(), "SHA256withRSA")).is(401);
    me(hers("RS256", "e").signed(ec.getPrivate(), P1363)).is(401);
    me(hers("RS256", "d").signed(ed.getPrivate(), "Ed25519")).is(401);
    me(hers("ES256", "e").signed(TestNode.SECRET)).is(401);
    me(hers("RS256", "r").header("alg", "none").unsigned()).is(401);
    me(hers("EdDSA", "d").signed(TestNode.SECRET)).is(401);
  }

  @Test
  void a_key_of_nobody_is_refused() {
    host.serve(jwk(rsa, "r").build());
    me(hers("RS256", "r").signed(otherRsa.getPrivate(), "SHA256withRSA")).is(401);
    me(hers("RS256", "z").signed(rsa.getPrivate(), "SHA256withRSA")).is(401);
  }

  @Test
  void keys_for_encryption_or_too_short_ones_are_passed_over() throws Exception {
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(1024);
    KeyPair weak = small.generateKeyPair();
    host.serve(jwk(rsa, "enc").keyUse(KeyUse.ENCRYPTION).build(), jwk(weak, "weak").build());
    me(byRsa("enc")).is(401);
    me(hers("RS256", "weak").signed(weak.getPrivate(), "SHA256withRSA")).is(401);
  }

  @Test
  void odd_members_of_the_set_do_not_cost_the_good_one() {
    Map<String, Object> good = jwk(rsa, "r").build().toJSONObject();
    Map<String, Object> curve = new HashMap<>(ecJwk("c").toJSONObject());
    curve.put("crv", "P-2048");
    Map<String, Object> use = new HashMap<>(good);
    use.putAll(Map.of("use", "", "kid", "u"));
    Map<String, Object> chain = new HashMap<>(good);
    chain.putAll(Map.of("x5c", List.of("no certificate"), "kid", "x"));
    Map<String, Object> operations = new HashMap<>(good);
    operations.putAll(Map.of("key_ops", List.of("encrypt"), "kid", "o"));
    host.serveRaw(
        null,
        5,
        "text",
        List.of(),
        Map.of(),
        Map.of("kty", "LWE", "kid", "l"),
        Map.of("kty", 7),
        curve,
        use,
        chain,
        operations,
        good);
    me(byRsa("r")).is(200);
    me(byRsa("u")).isError(401, "unauthorized");
    me(byRsa("o")).isError(401, "unauthorized");
  }

  @Test
  void invented_key_ids_do_not_delay_a_rotation_noticeably() {
    host.serve(jwk(otherRsa, "old").build());
    for (int i = 0; i < 50; i++) {
      me(byRsa("invented" + i)).is(401);
    }
    host.serve(jwk(rsa, "new").build());
    node.clock.advance(Duration.ofSeconds(5));
    me(byRsa("new")).is(200);
  }

  @Test
  void a_rotated_key_is_found_at_once_and_a_withdrawn_one_lapses() {
    host.serve(jwk(otherRsa, "old").build());
    String old = hers("RS256", "old").signed(otherRsa.getPrivate(), "SHA256withRSA");
    me(old).is(200);
    host.serve(jwk(rsa, "new").build());
    me(byRsa("new")).is(200);
    me(old).is(401);
  }

  @Test
  void a_withdrawn_key_lapses_without_any_new_one_in_sight() {
    host.serve(jwk(rsa, "r").build());
    String token =
        hers("RS256", "r")
            .with("exp", node.clock.instant().getEpochSecond() + 7_200)
            .signed(rsa.getPrivate(), "SHA256withRSA");
    me(token).is(200);
    host.serve();
    me(token).is(200);
    node.clock.advance(Duration.ofMinutes(11));
    me(token).is(401);
  }

  @Test
  void a_flood_of_invented_keys_does_not_reach_the_host() {
    host.serve(jwk(rsa, "r").build());
    for (int i = 0; i < 50; i++) {
      me(byRsa("invented" + i)).is(401);
    }
    assertTrue(host.fetches.get() <= 6, () -> host.fetches + " fetches");
    me(byRsa("r")).is(200);
  }

  @Test
  void keys_are_read_again_before_they_are_old_and_nobody_waits_for_it() {
    host.serve(jwk(rsa, "r").build());
    String token =
        hers("RS256", "r")
            .with("exp", node.clock.instant().getEpochSecond() + 7_200)
            .signed(rsa.getPrivate(), "SHA256withRSA");
    me(token).is(200);
    host.serve();
    node.clock.advance(Duration.ofSeconds(570));
    me(token).is(200);
    Patience.until("the keys were read again", () -> host.fetches.get() > 1);
    Patience.until("the withdrawn key has lapsed", () -> me(token).response().statusCode() == 401);
  }

  @Test
  void known_keys_hold_while_the_host_is_away() {
    host.serve(jwk(rsa, "r").build());
    String token =
        hers("RS256", "r")
            .with("exp", node.clock.instant().getEpochSecond() + 7_200)
            .signed(rsa.getPrivate(), "SHA256withRSA");
    me(token).is(200);
    host.answer(500);
    node.clock.advance(Duration.ofMinutes(11));
    me(token).is(200);
  }

  @Test
  void without_any_keys_yet_the_answer_is_to_come_back() {
    host.answer(500);
    assertEquals("5", me(byRsa("r")).isError(503, "unavailable").header("Retry-After"));
    host.answer(200);
    host.serve(jwk(rsa, "r").build());
    me(byRsa("r")).is(200);
  }

  @Test
  void a_tampered_payload_is_refused() {
    host.serve(jwk(rsa, "r").build());
    String[] hers = byRsa("r").split("\\.");
    String[] others =
        hers("RS256", "r").with("scope", "dm:admin").signed(TestNode.SECRET).split("\\.");
    me(hers[0] + "." + others[1] + "." + hers[2]).isError(401, "unauthorized");
  }
}
