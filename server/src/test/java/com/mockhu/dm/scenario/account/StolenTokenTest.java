package com.mockhu.dm.scenario.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A refresh token that two hold (behaviour §2.4). */
class StolenTokenTest extends SharedServerTest {

  @Test
  void the_thiefs_second_use_closes_the_sockets_of_that_sign_in_alone() {
    JsonNode phone = campus.registers("dora");
    JsonNode laptop = campus.signsIn(phone);
    String stolen = phone.path("refresh_token").asText();
    JsonNode renewed = refresh(stolen).isOk();
    Socket beforeRenewal = alice.connects(Dial.withHeader(accessOf(phone)));
    Socket afterRenewal = alice.connects(Dial.withHeader(accessOf(renewed)));

    refresh(stolen).isRefused(401, "unauthorized");

    assertEquals(4401, beforeRenewal.closeCode());
    assertEquals(4401, afterRenewal.closeCode());
    assertEquals(401, Dial.withHeader(accessOf(renewed)).refusal(alice));
    alice.connects(Dial.withHeader(accessOf(laptop))).fence();
  }

  private static String accessOf(JsonNode session) {
    return session.path("access_token").asText();
  }

  private Answer refresh(String token) {
    return campus.http().send("POST", "/v1/auth/refresh", null, Map.of("refresh_token", token));
  }
}
