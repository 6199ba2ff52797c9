package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.raw.RawHttp;
import com.mockhu.dm.support.raw.RawSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits on the number of sockets, their rate, and the frames of each. */
class SocketLimitTest {

  @Test
  void one_connection_too_many_closes_the_oldest_for_good() {
    try (Campus campus =
        Campus.start(Map.of("DM_LIMITS", "on", "DM_LIMITS_CONNECTIONS_PER_USER", "3"))) {
      Person alice = campus.welcomes("alice");
      List<Socket> phones = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        phones.add(alice.connects());
      }
      assertEquals(4502, phones.removeFirst().closeCode());
      phones.forEach(Socket::fence);
    }
  }

  @Test
  void connections_of_others_do_not_count() {
    try (Campus campus =
        Campus.start(Map.of("DM_LIMITS", "on", "DM_LIMITS_CONNECTIONS_PER_USER", "1"))) {
      Socket alices = campus.welcomes("alice").connects();
      Socket bobs = campus.welcomes("bob").connects();
      alices.fence();
      bobs.fence();
    }
  }

  @Test
  void whoever_knocks_too_often_is_refused_before_the_token_is_looked_at() {
    try (Campus campus =
        Campus.start(
            Map.of("DM_LIMITS", "on", "DM_LIMITS_HANDSHAKES_PER_ADDRESS_PER_MINUTE", "5"))) {
      Person alice = campus.welcomes("alice");
      for (int i = 0; i < 5; i++) {
        alice.connects().close();
      }
      assertEquals(429, Dial.withHeader(alice.token()).refusal(alice));
      String answer = RawHttp.upgrade(campus.port(), "/v1/ws/messages?token=nonsense", "");
      assertEquals("429", answer.split(" ")[1], answer);
      for (String header : List.of("retry-after: \\d+", "ratelimit: .+", "ratelimit-policy: .+")) {
        assertEquals(1, answer.lines().filter(l -> l.matches("(?i)" + header)).count(), header);
      }
      assertEquals(200, campus.http().get("/health", null).status());
    }
  }

  @Test
  void a_hundred_reconnections_in_a_row_are_one_coming_and_end_at_the_limit() {
    try (Campus campus =
        Campus.start(
            Map.of("DM_LIMITS", "on", "DM_LIMITS_HANDSHAKES_PER_ADDRESS_PER_MINUTE", "51"))) {
      Person alice = campus.welcomes("alice");
      Person bob = campus.welcomes("bob");
      alice.sends("hi").to(bob);
      Socket bobs = bob.connects();
      String proof = "Authorization: Bearer " + alice.token() + "\r\n";
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        answers.add(RawHttp.upgrade(campus.port(), "/v1/ws/messages", proof).split(" ")[1]);
      }
      assertEquals(50, answers.stream().filter("101"::equals).count());
      assertEquals(50, answers.stream().filter("429"::equals).count());
      bobs.awaits("user_status", f -> f.at("/data/is_online").asBoolean());
      bobs.hasNo("user_status", f -> f.at("/data/user_id").asText().equals(alice.id()));
    }
  }

  @Test
  void a_flood_of_pings_closes_the_socket() {
    try (Campus campus =
            Campus.start(Map.of("DM_LIMITS", "on", "DM_LIMITS_FRAMES_PER_MINUTE", "50"));
        RawSocket line = RawSocket.of(campus.welcomes("alice"))) {
      for (int i = 0; i < 60; i++) {
        line.whole(RawSocket.PING, new byte[100]);
      }
      assertEquals(4429, line.closeCode());
    }
  }

  @Test
  void a_flood_of_pongs_closes_the_socket() {
    try (Campus campus =
            Campus.start(Map.of("DM_LIMITS", "on", "DM_LIMITS_FRAMES_PER_MINUTE", "50"));
        RawSocket line = RawSocket.of(campus.welcomes("alice"))) {
      for (int i = 0; i < 60; i++) {
        line.whole(RawSocket.PONG, new byte[0]);
      }
      assertEquals(4429, line.closeCode());
    }
  }
}
