package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Token;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that end, or do not end, the right to an open socket; each has one outcome. */
class WhileConnectedTest extends SharedServerTest {
  private static final int STAYS_OPEN = 0;

  private enum Event {
    SIGN_OUT(4401),
    TOKEN_EXPIRY(4401),
    ACCOUNT_DELETION(4501),
    BLOCK(STAYS_OPEN);

    private final int closeCode;

    Event(int closeCode) {
      this.closeCode = closeCode;
    }
  }

  /** Who signed in here, as the others did not. */
  private record Dora(UUID id, String token) {}

  private Dora registers() {
    JsonNode session = campus.registers("dora");
    return new Dora(
        UUID.fromString(session.at("/user/id").asText()), session.path("access_token").asText());
  }

  @ParameterizedTest
  @EnumSource
  void each_event_has_its_one_outcome(Event event) {
    Dora dora = registers();
    String used = event == Event.TOKEN_EXPIRY ? expiring(dora, 1) : dora.token;
    Socket socket = alice.connects(Dial.withHeader(used));
    happens(event, dora);
    if (event.closeCode == STAYS_OPEN) {
      socket.fence();
      alice.connects(Dial.withHeader(used)).fence();
    } else {
      assertEquals(event.closeCode, socket.closeCode());
      // A token is let in for a minute of leeway.
      String late = event == Event.TOKEN_EXPIRY ? expiring(dora, -61) : used;
      assertEquals(401, Dial.withHeader(late).refusal(alice));
    }
  }

  private void happens(Event event, Dora dora) {
    switch (event) {
      case SIGN_OUT -> campus.http().send("POST", "/v1/auth/logout", dora.token, Map.of()).isOk();
      case TOKEN_EXPIRY -> {}
      case ACCOUNT_DELETION -> campus.pushes("DELETE", "/users/" + dora.id, null).isOk();
      case BLOCK -> bob.posts("/v1/users/" + dora.id + "/block").isOk();
    }
  }

  private static String expiring(Dora dora, int seconds) {
    return Token.of(dora.id).expiring(Instant.now().plusSeconds(seconds)).mint();
  }
}
