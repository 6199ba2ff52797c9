package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.identity.session.Tickets;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private TestNode node;
  private String token;

  @BeforeEach
  void start() {
    node = TestNode.start();
    token = node.register("alice", "the password of alice").text("/access_token");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private String ticket(String bearer) {
    RestClient.Answer answer = node.wire.post("/v1/ws/ticket", bearer).is(200);
    assertEquals(30, answer.data().get("expires_in").intValue());
    return answer.text("/ticket");
  }

  private static void assertRefused(TestNode node, String ticket) {
    Tickets tickets = node.identity.tickets();
    ApiException refusal = assertThrows(ApiException.class, () -> tickets.redeem(ticket));
    assertEquals(ErrorCode.UNAUTHORIZED, refusal.code());
  }

  @Test
  void a_ticket_stands_for_the_token_once_and_on_any_node() {
    try (TestNode other = new TestNode(node.url, Map.of())) {
      String ticket = ticket(token);
      Caller caller = other.identity.tickets().redeem(ticket);
      assertEquals(node.identity.authenticator().authenticate(token), caller);
      assertRefused(node, ticket);
    }
  }

  @Test
  void of_many_who_redeem_one_ticket_one_succeeds() throws Exception {
    String ticket = ticket(token);
    Callable<Boolean> attempt =
        () -> {
          try {
            return node.identity.tickets().redeem(ticket) != null;
          } catch (ApiException e) {
            return false;
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Boolean, Long> outcomes =
          threads.invokeAll(java.util.Collections.nCopies(10, attempt)).stream()
              .map(Future::resultNow)
              .collect(Collectors.groupingBy(won -> won, Collectors.counting()));
      assertEquals(1, outcomes.get(true));
    }
  }

  @Test
  void a_ticket_is_good_for_thirty_seconds() {
    String ticket = ticket(token);
    node.clock.advance(Duration.ofSeconds(30));
    assertRefused(node, ticket);
    ticket(token);
    assertEquals(1, node.count("socket_tickets"));
  }

  @Test
  void signing_out_voids_the_tickets_of_the_session() {
    String ticket = ticket(token);
    node.wire.post("/v1/auth/logout", token).is(200);
    assertRefused(node, ticket);
  }

  @Test
  void a_token_of_the_host_gets_a_ticket_without_a_session() {
    UUID bob = node.person("bob", "Bob");
    Caller caller = node.identity.tickets().redeem(ticket(node.minted(bob)));
    assertEquals(bob, caller.userId());
    assertNull(caller.sessionId());
  }

  @Test
  void what_is_no_ticket_is_refused() {
    for (String bad : List.of("", "x", "\u0000")) {
      assertRefused(node, bad);
    }
    assertRefused(node, null);
    node.wire.post("/v1/ws/ticket", null).isError(401, "unauthorized");
    node.wire.post("/v1/ws/ticket", node.service()).isError(401, "unauthorized");
  }
}
