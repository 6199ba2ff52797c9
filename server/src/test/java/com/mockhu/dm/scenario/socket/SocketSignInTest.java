package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Token;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.raw.RawHttp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SocketSignInTest extends SharedServerTest {
  private static final String PATH = "/v1/ws/messages";

  @Test
  void a_token_is_taken_from_the_header_the_query_or_the_subprotocol() {
    alice.connects(Dial.withHeader(alice.token())).fence();
    alice.connects(Dial.withQuery("token=" + alice.token())).fence();
    alice.connects(Dial.withSubprotocol(alice.token())).fence();
  }

  @Test
  void the_subprotocol_is_answered_without_the_token() {
    String answer =
        RawHttp.upgrade(
            campus.port(), PATH, "Sec-WebSocket-Protocol: bearer, " + alice.token() + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
    assertTrue(answer.toLowerCase().contains("sec-websocket-protocol: bearer\r\n"), answer);
    assertFalse(answer.contains(alice.token()), answer);
  }

  @Test
  void a_ticket_opens_one_socket() {
    JsonNode ticket = alice.posts("/v1/ws/ticket").isOk();
    assertEquals(30, ticket.path("expires_in").asInt());
    Dial dial = Dial.withQuery("ticket=" + ticket.path("ticket").asText());
    alice.connects(dial).fence();
    assertEquals(401, dial.refusal(alice));
  }

  @Test
  void a_socket_knows_whose_it_is() {
    Socket phone = bob.connects(Dial.withTicketOf(bob));
    alice.sends("hi").to(bob);
    phone.awaitsMessage("hi");
  }

  @Test
  void bad_tokens_are_refused_before_the_upgrade() {
    String expired = Token.of(alice.uuid()).expiring(Instant.now().minusSeconds(120)).mint();
    String forged = Token.of(alice.uuid()).signedWith("x".repeat(40)).mint();
    String ofNobody = Token.of(UUID.randomUUID()).mint();
    for (String bad : new String[] {expired, forged, ofNobody, "nonsense"}) {
      assertEquals(401, Dial.withHeader(bad).refusal(alice));
      assertEquals(401, Dial.withQuery("token=" + bad).refusal(alice));
      assertEquals(401, Dial.withSubprotocol(bad).refusal(alice));
    }
    assertEquals(401, Dial.withQuery("ticket=nonsense").refusal(alice));
    assertEquals(401, Dial.withQuery("").refusal(alice));
  }

  @Test
  void a_refused_upgrade_has_the_envelope_and_says_how_to_sign_in() {
    String answer = RawHttp.upgrade(campus.port(), PATH + "?token=nonsense", "");
    assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
    assertTrue(answer.toLowerCase().contains("www-authenticate: bearer"), answer);
    assertTrue(answer.contains("\"success\":false"), answer);
    assertTrue(answer.contains("\"unauthorized\""), answer);
  }

  @Test
  void the_path_without_an_upgrade_asks_for_one() {
    var answer = alice.gets(PATH);
    answer.isRefused(426, "upgrade_required");
    assertEquals("websocket", answer.header("Upgrade").orElse("").toLowerCase());
  }

  @Test
  void a_token_in_the_query_counts_on_the_socket_alone() {
    campus
        .http()
        .get("/v1/conversations?token=" + alice.token(), null)
        .isRefused(401, "unauthorized");
  }

  @Test
  void tickets_are_for_the_signed_in() {
    campus.http().send("POST", "/v1/ws/ticket", null, null).isRefused(401, "unauthorized");
  }

  @Test
  void the_first_frame_is_hello_and_names_the_connection() {
    Socket phone = alice.connects();
    JsonNode hello = phone.seen().getFirst();
    assertEquals("hello", hello.path("type").asText());
    UUID.fromString(hello.path("connection_id").asText());
    assertEquals(30, hello.path("heartbeat_seconds").asInt());
    assertEquals(alice.syncs(null).cursor(), hello.path("cursor").asText());
  }

  @Test
  void a_socket_ends_with_its_token() {
    Instant soon = Instant.now().plusSeconds(2);
    String brief = Token.of(alice.uuid()).expiring(soon).mint();
    assertEquals(4401, alice.connects(Dial.withHeader(brief)).closeCode());
  }

  @Test
  void a_new_token_keeps_the_socket_open() {
    Instant soon = Instant.now().plusSeconds(2);
    Dial brief = Dial.withHeader(Token.of(alice.uuid()).expiring(soon).mint());
    Socket phone = alice.connects(brief);
    Socket witness = alice.connects(brief);
    phone.says("auth", Map.of("token", alice.token()));
    phone.fence();

    assertEquals(4401, witness.closeCode());
    phone.fence();
  }

  @Test
  void somebody_elses_token_changes_nothing() {
    Socket phone = alice.connects();
    String ref = phone.says("auth", Map.of("token", bob.token()));
    assertEquals("error", phone.awaitsAnswerTo(ref).path("type").asText());
    phone.awaitsError(phone.says("auth", Map.of("token", "nonsense")), "unauthorized");

    carol.sends("still alice?").to(alice);
    phone.awaitsMessage("still alice?");
  }

  @Test
  void signing_out_closes_the_sockets_of_that_session() {
    JsonNode session = campus.registers("dora");
    Dial dial = Dial.withHeader(session.path("access_token").asText());
    Socket phone = alice.connects(dial);

    Map<String, String> refresh = Map.of("refresh_token", session.path("refresh_token").asText());
    campus
        .http()
        .send("POST", "/v1/auth/logout", session.path("access_token").asText(), refresh)
        .data();
    assertEquals(4401, phone.closeCode());
  }

  @Test
  void a_deleted_account_is_told_not_to_come_back() {
    Socket phone = alice.connects();
    campus.pushes("DELETE", "/users/" + alice.id(), null).data();
    assertEquals(4501, phone.closeCode());
  }
}
