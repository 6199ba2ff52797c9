package com.mockhu.dm.bench.wire.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final String SECRET = "thirty-two bytes of shared secret";
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
  private final AccessTokens tokens = new AccessTokens(SECRET, "mockhu");

  @Test
  void a_user_token_names_its_user_and_can_do_nothing_more() throws Exception {
    UUID anna = UUID.randomUUID();
    JsonNode claims = claims(tokens.forUser(anna));
    assertEquals(anna.toString(), claims.path("sub").asText());
    assertEquals("mockhu", claims.path("iss").asText());
    assertEquals(86_400, claims.path("exp").asLong() - claims.path("iat").asLong());
    assertEquals(false, claims.has("scope"));
  }

  @Test
  void a_service_token_may_push_users() throws Exception {
    assertEquals("dm:admin", claims(tokens.forService()).path("scope").asText());
  }

  @Test
  void the_signature_is_of_the_shared_secret() throws Exception {
    String token = tokens.forService();
    int end = token.lastIndexOf('.');
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    assertArrayEquals(
        mac.doFinal(token.substring(0, end).getBytes(UTF_8)),
        BASE64.decode(token.substring(end + 1)));
  }

  private static JsonNode claims(String token) throws Exception {
    return new ObjectMapper().readTree(BASE64.decode(token.split("\\.")[1]));
  }
}
